import type { DemoProduct } from '../../types'

export const kitchen: DemoProduct[] = [
  {
    slug: 'morning-cast-iron-skillet',
    name: 'Morning Cast-Iron Skillet',
    sku: 'HOM-SKILLET',
    category: 'cookware',
    description:
      'A cast-iron skillet that comes seasoned and ready for the first egg. It holds its heat well, so a steak browns evenly ' +
      'from edge to edge. Use it on any stove, in the oven or over a campfire.',
    picture: { emoji: '1f373', tint: 258 },
    price: 3990,
    attributes: { Material: 'Cast iron', Stove: 'All, with induction', 'Oven-safe': 'Yes', Care: 'Hand wash' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '20 cm', code: '20' },
          { value: '24 cm', code: '24', surcharge: 1000 },
          { value: '28 cm', code: '28', surcharge: 2000 },
        ],
      },
    ],
    stock: [42, 65, 38],
    sold: 876,
    daysAgo: 301,
    recommends: ['sobremesa-paella-pan', 'sunday-stock-pot', 'keel-chefs-knife'],
    reviews: [
      {
        rating: 5,
        title: 'Eggs slide right off',
        author: 'Cole P.',
        daysAgo: 27,
        body: 'I was skeptical about the seasoning, but the very first fried egg came off in one piece.',
      },
      {
        rating: 5,
        title: 'Even heat',
        author: 'Isla C.',
        daysAgo: 76,
        body: 'Browns pancakes the same in the middle and at the rim. A real workhorse.',
      },
      {
        rating: 4,
        title: 'Heavy, as expected',
        author: 'Quinn M.',
        daysAgo: 154,
        body: 'The large one needs two hands. Otherwise I have no complaints.',
      },
      { rating: 4, title: 'From stove to oven', body: 'I make cornbread in it every Sunday.', author: 'Ursula W.', daysAgo: 203 },
      {
        rating: 2,
        title: 'Rusted after a soak',
        author: 'Elif K.',
        daysAgo: 253,
        body: 'My fault in part, but one night in the sink was enough for rust spots.',
      },
    ],
  },
  {
    slug: 'sobremesa-paella-pan',
    name: 'Sobremesa Paella Pan',
    sku: 'HOM-PAELLA',
    category: 'cookware',
    description:
      'A wide, shallow pan with two handles, made of enameled steel that heats up fast. The dimpled base spreads the heat, so ' +
      'the rice gets a crust without burning. Made for the stove, the grill and the middle of the table.',
    picture: { emoji: '1f958', tint: 48 },
    price: 4950,
    compareAt: 5950,
    attributes: { Material: 'Enameled steel', Stove: 'Gas and electric', 'Oven-safe': 'Yes', Care: 'Dishwasher' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '30 cm', code: '30' },
          { value: '38 cm', code: '38', surcharge: 1500 },
        ],
      },
    ],
    stock: [34, 5],
    sold: 212,
    daysAgo: 124,
    recommends: ['morning-cast-iron-skillet', 'chalet-fondue-set', 'everyday-flatware-set'],
    reviews: [
      {
        rating: 5,
        title: 'Crispy at the bottom',
        author: 'Hannah T.',
        daysAgo: 32,
        body: 'For the first time I got a proper crust on the rice. The whole family scraped the pan.',
      },
      {
        rating: 4,
        title: 'Fits our grill',
        author: 'Nils G.',
        daysAgo: 65,
        body: 'The 38 cm size just fits on the grill with the lid closed.',
      },
      { rating: 4, title: 'Easy to clean', body: 'Soak ten minutes and everything comes off.', author: 'Victor R.', daysAgo: 98 },
    ],
  },
  {
    slug: 'sunday-stock-pot',
    name: 'Sunday Stock Pot',
    sku: 'HOM-STOCKPOT',
    category: 'cookware',
    description:
      'A tall pot of brushed stainless steel for soups, stews and pasta for a crowd. The thick three-layer base keeps a ' +
      'simmer steady. Liter marks on the inside and a drip-free rim make pouring simple; a glass lid is included.',
    picture: { emoji: '1f372', tint: 22 },
    price: 5900,
    attributes: { Material: 'Stainless steel', Stove: 'All, with induction', 'Oven-safe': 'Yes', Care: 'Dishwasher' },
    options: [
      {
        name: 'Capacity',
        values: [
          { value: '4 liters', code: '4L' },
          { value: '6 liters', code: '6L', surcharge: 1500 },
          { value: '8 liters', code: '8L', surcharge: 3000 },
        ],
      },
    ],
    stock: [26, 41, 18],
    sold: 439,
    daysAgo: 243,
    recommends: ['morning-cast-iron-skillet', 'keel-chefs-knife', 'larder-storage-jar'],
    reviews: [
      {
        rating: 5,
        title: 'Nothing sticks',
        author: 'Bo D.',
        daysAgo: 33,
        body: 'Chili simmered for five hours and the base stayed clean.',
      },
      {
        rating: 4,
        title: 'Marks inside are useful',
        author: 'Jonas N.',
        daysAgo: 138,
        body: 'I no longer need a measuring jug for stock.',
      },
      {
        rating: 3,
        title: 'Handles get warm',
        author: 'Marcus B.',
        daysAgo: 204,
        body: 'A good pot, but you need a cloth for the handles after an hour.',
      },
    ],
  },
  {
    slug: 'chalet-fondue-set',
    name: 'Chalet Fondue Set',
    sku: 'HOM-FONDUE',
    category: 'cookware',
    description:
      'A fondue pot of enameled cast iron with a stand, a burner and six forks with marked handles. It is large enough for ' +
      'cheese for six people and also takes broth or chocolate. The pot can go on the stove first.',
    picture: { emoji: '1fad5', tint: 340 },
    price: 6490,
    attributes: { Material: 'Cast iron', Stove: 'All, with induction', 'Oven-safe': 'No', Care: 'Hand wash' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Cherry', code: 'CHE', picture: { tint: 340 } },
          { value: 'Alpine blue', code: 'BLU', picture: { hue: 225, tint: 212 } },
          { value: 'Olive', code: 'OLV', picture: { hue: 95, saturation: 0.7, tint: 75 } },
        ],
      },
    ],
    stock: [29, 14, 0],
    sold: 264,
    daysAgo: 52,
    recommends: ['sobremesa-paella-pan', 'everyday-flatware-set', 'morning-cast-iron-skillet'],
    reviews: [
      {
        rating: 5,
        title: 'Cozy evenings',
        author: 'Tariq L.',
        daysAgo: 9,
        body: 'We have used it four times since the first snow. The cheese stays smooth to the end.',
      },
      {
        rating: 4,
        title: 'Forks are marked',
        author: 'Amir V.',
        daysAgo: 22,
        body: 'Everybody knows which fork is theirs. I would have liked a lid.',
      },
      { rating: 5, title: 'Works for chocolate too', body: 'Strawberries, marshmallows, happy kids.', author: 'Gina H.', daysAgo: 43 },
    ],
  },
  {
    slug: 'cobble-stoneware-mug',
    name: 'Cobble Stoneware Mug',
    sku: 'HOM-COBBLE',
    category: 'coffee-teaware',
    description:
      'A thick-walled mug of light gray stoneware that keeps coffee warm a little longer. It holds 350 ml, and the handle has ' +
      'room for three fingers. Each one is glazed by hand, so no two are quite alike.',
    picture: { emoji: '2615', tint: 24 },
    price: 1290,
    attributes: { Material: 'Stoneware', Volume: '350 ml', Care: 'Dishwasher', Microwave: 'Yes' },
    options: [
      {
        name: 'Set',
        values: [
          { value: 'Single', code: '1' },
          { value: 'Set of 4', code: '4', surcharge: 3200 },
        ],
      },
    ],
    stock: [110, 57],
    sold: 738,
    daysAgo: 279,
    recommends: ['posy-teapot', 'steep-tea-cup', 'larder-storage-jar'],
    reviews: [
      {
        rating: 5,
        title: 'My daily mug',
        author: 'Olga S.',
        daysAgo: 43,
        body: 'Good weight, a comfortable handle and no chips after six months in the dishwasher.',
      },
      {
        rating: 4,
        title: 'Keeps coffee warm',
        author: 'Sven F.',
        daysAgo: 100,
        body: 'Noticeably better than my thin cups. It is heavy when full.',
      },
      {
        rating: 5,
        title: 'Each one is different',
        author: 'Carla P.',
        daysAgo: 157,
        body: 'The set of four looks handmade because it is.',
      },
      { rating: 4, title: 'Big enough for a latte', body: 'Holds a double shot and plenty of milk.', author: 'Fatima C.', daysAgo: 247 },
    ],
  },
  {
    slug: 'posy-teapot',
    name: 'Posy Teapot',
    sku: 'HOM-POSY',
    category: 'coffee-teaware',
    description:
      'A round porcelain teapot with a spout that pours without a drip. The lid locks with a quarter turn, and a fine steel ' +
      'strainer sits inside for loose leaves. The glossy glaze comes in four colors.',
    picture: { emoji: '1fad6', tint: 345 },
    price: 4200,
    attributes: { Material: 'Porcelain', Care: 'Dishwasher', Microwave: 'No', Strainer: 'Included' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Raspberry', code: 'RSP', picture: { tint: 345 } },
          { value: 'Lagoon', code: 'LAG', picture: { hue: 210, tint: 195 } },
          { value: 'Meadow', code: 'MEA', picture: { hue: 130, saturation: 0.85, tint: 120 } },
          { value: 'Saffron', code: 'SAF', picture: { hue: 50, brightness: 1.15, tint: 40 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '0.7 liter', code: '07' },
          { value: '1.2 liters', code: '12', surcharge: 900 },
        ],
      },
    ],
    stock: [38, 22, 27, 15, 19, 9, 4, 12],
    featured: true,
    sold: 521,
    daysAgo: 83,
    recommends: ['steep-tea-cup', 'cobble-stoneware-mug', 'pampa-mate-gourd', 'larder-storage-jar'],
    reviews: [
      {
        rating: 5,
        title: 'It really does not drip',
        author: 'Leo M.',
        daysAgo: 12,
        body: 'I poured twenty cups at a family lunch and the tablecloth stayed clean.',
      },
      {
        rating: 5,
        title: 'Cheerful color',
        author: 'Tessa W.',
        daysAgo: 29,
        body: 'The raspberry brightens up the whole breakfast table.',
      },
      {
        rating: 4,
        title: 'Strainer is fine enough',
        author: 'Yusuf K.',
        daysAgo: 45,
        body: 'Even rooibos stays in. I wish the strainer were a bit deeper for one cup.',
      },
      {
        rating: 5,
        title: 'Lid stays on',
        author: 'Hassan T.',
        daysAgo: 71,
        body: 'The quarter turn is clever. No more holding the lid with one finger.',
      },
    ],
  },
  {
    slug: 'steep-tea-cup',
    name: 'Steep Tea Cup and Saucer',
    sku: 'HOM-STEEP',
    category: 'coffee-teaware',
    description:
      'A wide white cup of fine bone china on a saucer of oiled acacia. The thin rim is pleasant to drink from, and the ' +
      'saucer has a hollow for the tea bag. Holds 250 ml.',
    picture: { emoji: '1f375', tint: 130 },
    price: 1850,
    attributes: { Material: 'Bone china', Volume: '250 ml', Care: 'Hand wash', Microwave: 'No' },
    stock: [64],
    sold: 289,
    daysAgo: 165,
    recommends: ['posy-teapot', 'cobble-stoneware-mug'],
    reviews: [
      { rating: 5, title: 'Thin and elegant', body: 'Tea tastes better from a thin rim, I am sure of it.', author: 'Karl G.', daysAgo: 32 },
      {
        rating: 3,
        title: 'Saucer needs oil',
        author: 'Rina R.',
        daysAgo: 76,
        body: 'The cup is lovely, but the wood dried out after a few weeks.',
      },
      { rating: 4, title: 'A place for the tea bag', body: 'Such a small thing, and so handy.', author: 'Yara D.', daysAgo: 121 },
    ],
  },
  {
    slug: 'pampa-mate-gourd',
    name: 'Pampa Mate Gourd',
    sku: 'HOM-PAMPA',
    category: 'coffee-teaware',
    description:
      'A drinking gourd for yerba mate with a steel rim and a matching steel straw with a strainer. The natural gourd is ' +
      'dried and cured, and it gets better with use. A card explains how to prepare the first cup.',
    picture: { emoji: '1f9c9', tint: 82 },
    price: 2600,
    attributes: { Material: 'Natural gourd', Volume: '200 ml', Care: 'Hand wash', Microwave: 'No' },
    stock: [0],
    sold: 97,
    daysAgo: 47,
    recommends: ['posy-teapot', 'cobble-stoneware-mug'],
    reviews: [
      {
        rating: 5,
        title: 'Like in Buenos Aires',
        author: 'Esther N.',
        daysAgo: 15,
        body: 'The right size and a straw that does not clog. I use it every afternoon.',
      },
      {
        rating: 4,
        title: 'Follow the card',
        author: 'Mona B.',
        daysAgo: 33,
        body: 'Cure it as described and the bitter taste is gone by day three.',
      },
    ],
  },
  {
    slug: 'keel-chefs-knife',
    name: "Keel Chef's Knife",
    sku: 'HOM-KEEL',
    category: 'knives-table',
    description:
      'A kitchen knife with a broad blade of stainless carbon steel and a full tang. The riveted handle sits well in small ' +
      'and large hands. It comes sharpened to 15 degrees per side and takes a new edge easily.',
    picture: { emoji: '1f52a', tint: 228 },
    price: 6900,
    attributes: { Material: 'Carbon steel', Handle: 'Composite', Care: 'Hand wash', Pieces: '1' },
    options: [
      {
        name: 'Length',
        values: [
          { value: '15 cm', code: '15' },
          { value: '20 cm', code: '20', surcharge: 1000 },
          { value: '24 cm', code: '24', surcharge: 2000 },
        ],
      },
    ],
    stock: [31, 54, 3],
    sold: 607,
    daysAgo: 312,
    recommends: ['everyday-flatware-set', 'morning-cast-iron-skillet', 'sunday-stock-pot'],
    reviews: [
      {
        rating: 5,
        title: 'Sharp out of the box',
        author: 'Priya L.',
        daysAgo: 34,
        body: 'Tomatoes fall apart by themselves. Mind your fingers the first week.',
      },
      {
        rating: 5,
        title: 'Well balanced',
        author: 'Anna V.',
        daysAgo: 135,
        body: 'The weight sits right at the bolster. I can chop for an hour without a tired wrist.',
      },
      {
        rating: 4,
        title: 'Keeps its edge',
        author: 'Dana H.',
        daysAgo: 199,
        body: 'Three months of daily cooking before it needed the stone.',
      },
      {
        rating: 4,
        title: 'Slightly tall blade',
        author: 'Jamal S.',
        daysAgo: 263,
        body: 'Great knife, but it does not fit in my knife block.',
      },
    ],
  },
  {
    slug: 'everyday-flatware-set',
    name: 'Everyday Flatware Set',
    sku: 'HOM-FLATWARE',
    category: 'knives-table',
    description:
      'Plain, well-weighted flatware of polished stainless steel, with knives, forks, tablespoons and teaspoons. The edges ' +
      'are rounded, so nothing scratches the plates. Extra pieces will be available for years.',
    picture: { emoji: '1f374', tint: 200 },
    price: 7900,
    compareAt: 9900,
    attributes: { Material: 'Stainless steel', Handle: 'Stainless steel', Care: 'Dishwasher' },
    options: [
      {
        name: 'Set',
        values: [
          { value: '16 pieces', code: '16' },
          { value: '24 pieces', code: '24', surcharge: 3500 },
        ],
      },
    ],
    stock: [28, 17],
    sold: 333,
    daysAgo: 226,
    recommends: ['keel-chefs-knife', 'lacquer-chopsticks', 'chalet-fondue-set'],
    reviews: [
      {
        rating: 4,
        title: 'Good weight',
        author: 'Rosa F.',
        daysAgo: 32,
        body: 'Feels heavier and better than our old set. Fingerprints show a little.',
      },
      { rating: 5, title: 'No rust spots', body: 'A year in the dishwasher and still shiny.', author: 'Vera P.', daysAgo: 129 },
      {
        rating: 3,
        title: 'Teaspoons are small',
        author: 'Frank C.',
        daysAgo: 190,
        body: 'The forks and knives are great, the teaspoons are closer to espresso size.',
      },
    ],
  },
  {
    slug: 'lacquer-chopsticks',
    name: 'Lacquer Chopsticks',
    sku: 'HOM-CHOPSTICKS',
    category: 'knives-table',
    description:
      'Five pairs of chopsticks from dense beech with a food-safe lacquer. The tips are finely ridged so that noodles and ' +
      'rice do not slip. They come in a paper box with a rest for each pair.',
    picture: { emoji: '1f962', tint: 0 },
    price: 1495,
    attributes: { Material: 'Beech', Handle: 'Beech', Care: 'Hand wash', Pieces: '10' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Vermilion', code: 'VER', picture: { tint: 0 } },
          { value: 'Indigo', code: 'IND', picture: { hue: 240, tint: 235 } },
          { value: 'Pine green', code: 'PIN', picture: { hue: 155, saturation: 0.8, tint: 150 } },
        ],
      },
    ],
    stock: [68, 39, 21],
    sold: 251,
    daysAgo: 109,
    recommends: ['everyday-flatware-set', 'keel-chefs-knife'],
    reviews: [
      {
        rating: 5,
        title: 'Noodles stay put',
        author: 'Ivan M.',
        daysAgo: 28,
        body: 'The ridged tips make a real difference. Even the kids manage.',
      },
      { rating: 4, title: 'Nice box', body: 'Bought as a housewarming gift. The rests are a sweet extra.', author: 'Opal W.', daysAgo: 72 },
    ],
  },
  {
    slug: 'larder-storage-jar',
    name: 'Larder Storage Jar',
    sku: 'HOM-LARDER',
    category: 'knives-table',
    description:
      'A jar of thick recycled glass with a steel screw lid and a silicone seal. Flour, oats and coffee stay dry, and the ' +
      'blank label takes pencil and wipes clean. The opening is wide enough for a measuring cup.',
    picture: { emoji: '1fad9', tint: 178 },
    price: 890,
    attributes: { Material: 'Recycled glass', Handle: 'None', Care: 'Dishwasher', Pieces: '1' },
    options: [
      {
        name: 'Capacity',
        values: [
          { value: '0.5 liter', code: '05' },
          { value: '1 liter', code: '1L', surcharge: 300 },
          { value: '2 liters', code: '2L', surcharge: 700 },
        ],
      },
    ],
    stock: [95, 80, 52],
    sold: 645,
    daysAgo: 198,
    recommends: ['cobble-stoneware-mug', 'sunday-stock-pot', 'keel-chefs-knife'],
    reviews: [
      {
        rating: 5,
        title: 'Bought twelve',
        author: 'Wendy K.',
        daysAgo: 49,
        body: 'Our pantry finally looks tidy. The seal keeps everything crisp.',
      },
      {
        rating: 4,
        title: 'Thick glass',
        author: 'Claire T.',
        daysAgo: 103,
        body: 'Feels sturdy. The lid rattles a bit when it is not fully closed.',
      },
      {
        rating: 1,
        title: 'Lid did not fit',
        author: 'Keiko G.',
        daysAgo: 157,
        body: 'The thread on mine was bent and it would not close. The replacement was fine, but slow.',
      },
    ],
  },
]
