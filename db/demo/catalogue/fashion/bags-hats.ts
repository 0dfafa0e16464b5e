import type { DemoProduct } from '../../types'

export const bagsAndHats: DemoProduct[] = [
  {
    slug: 'marlow-handbag',
    name: 'Marlow Two-Tone Handbag',
    sku: 'FAS-MARLO',
    category: 'bags-luggage',
    description:
      'A structured handbag in two shades of grained leather, with rolled handles and a magnetic flap. Inside are a zipped pocket, ' +
      'a phone sleeve and room for an A5 notebook.',
    picture: { emoji: '1f45c', tint: 28 },
    price: 14900,
    attributes: { Material: 'Leather', Volume: '9 L', Closure: 'Magnet' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Tan & walnut', code: 'TAN', picture: { hue: 0, tint: 28 } },
          { value: 'Sage & pine', code: 'SAG', picture: { hue: 85, tint: 130 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 345 } },
        ],
      },
    ],
    stock: [26, 14, 33],
    sold: 288,
    daysAgo: 78,
    recommends: ['petal-clasp-purse', 'willow-ballet-flats', 'atelier-trench-coat'],
    reviews: [
      {
        rating: 5,
        title: 'Stands on its own',
        author: 'Vivian S.',
        daysAgo: 14,
        body: 'It does not tip over under the desk, and the leather is thick and soft.',
      },
      {
        rating: 4,
        title: 'Well divided',
        author: 'Margot F.',
        daysAgo: 36,
        body: 'Everything has a place. I would have liked a shoulder strap.',
      },
      { rating: 5, title: 'Looks expensive', body: 'A colleague guessed three times the price.', author: 'Iris B.', daysAgo: 62 },
    ],
  },
  {
    slug: 'orchard-backpack',
    name: 'Orchard Backpack',
    sku: 'FAS-ORCHA',
    category: 'bags-luggage',
    description:
      'An 18-liter backpack in water-repellent recycled polyester. Padded straps, a laptop sleeve up to 15 inches and a large ' +
      'front pocket for the small things.',
    picture: { emoji: '1f392', tint: 340 },
    price: 6900,
    compareAt: 7900,
    attributes: { Material: 'Recycled polyester', Volume: '18 L', Closure: 'Zip' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Cherry', code: 'CHE', picture: { hue: 0, tint: 340 } },
          { value: 'Fern', code: 'FER', picture: { hue: 150, saturation: 0.8, tint: 140 } },
          { value: 'Lake', code: 'LAK', picture: { hue: 240, tint: 210 } },
          { value: 'Mulberry', code: 'MUL', picture: { hue: 320, saturation: 0.75, tint: 290 } },
        ],
      },
    ],
    stock: [48, 35, 57, 5],
    sold: 611,
    daysAgo: 161,
    recommends: ['ridgeline-hiking-boots', 'plaza-canvas-sneakers', 'comet-cap'],
    reviews: [
      {
        rating: 5,
        title: 'School and hikes',
        author: 'Beate K.',
        daysAgo: 20,
        body: 'My son takes it to school and steals it back on weekends. Still looks new.',
      },
      { rating: 4, title: 'Comfortable straps', body: 'Even with a laptop and books nothing cuts in.', author: 'Liam C.', daysAgo: 59 },
      {
        rating: 4,
        title: 'Rain stayed out',
        author: 'Noor H.',
        daysAgo: 113,
        body: 'Half an hour on the bike in the rain and my papers were dry.',
      },
      { rating: 3, title: 'No bottle pocket', body: 'A good size, but the bottle has to go inside.', author: 'Erik T.', daysAgo: 135 },
    ],
  },
  {
    slug: 'aldgate-briefcase',
    name: 'Aldgate Leather Briefcase',
    sku: 'FAS-ALDGT',
    category: 'bags-luggage',
    description:
      'A slim briefcase with two compartments, a brass clasp and a hand-stitched handle. It fits a 14-inch laptop, a folder and a ' +
      'newspaper. The leather is full-grain and waxed.',
    picture: { emoji: '1f4bc', tint: 15 },
    price: 19900,
    attributes: { Material: 'Leather', Volume: '9 L', Closure: 'Clasp' },
    stock: [26],
    sold: 121,
    daysAgo: 340,
    recommends: ['regent-shirt-and-tie', 'aldous-derby-shoes', 'meridian-watch'],
    reviews: [
      {
        rating: 5,
        title: 'A case for decades',
        author: 'Edmund R.',
        daysAgo: 77,
        body: 'The stitching is even and the clasp closes with a satisfying click.',
      },
      {
        rating: 4,
        title: 'Slim but roomy',
        author: 'Wanda J.',
        daysAgo: 198,
        body: 'Laptop, charger and lunch fit if you pack with care.',
      },
    ],
  },
  {
    slug: 'harbor-cabin-suitcase',
    name: 'Harbor Cabin Suitcase',
    sku: 'FAS-HARBR',
    category: 'bags-luggage',
    description:
      'A hard-shell suitcase in ribbed polycarbonate with four silent double wheels and a two-step handle. Inside are two zipped ' +
      'halves and straps that keep shirts flat. The cabin size fits most overhead bins.',
    picture: { emoji: '1f9f3', tint: 205 },
    price: 12900,
    attributes: { Material: 'Polycarbonate', Volume: '38–95 L', Closure: 'Zip' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Harbor blue', code: 'BLU', picture: { hue: 0, tint: 205 } },
          { value: 'Coral', code: 'COR', picture: { hue: 110, tint: 15 } },
          { value: 'Sea green', code: 'SEA', picture: { hue: 270, tint: 165 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '38 L cabin', code: '38' },
          { value: '65 L medium', code: '65', surcharge: 4000 },
          { value: '95 L large', code: '95', surcharge: 7000 },
        ],
      },
    ],
    stock: [44, 27, 16, 21, 13, 8, 25, 3, 9],
    notMade: [['Coral', '95 L large']],
    featured: true,
    sold: 568,
    daysAgo: 47,
    recommends: ['weekender-wash-bag', 'orchard-backpack', 'sorrento-sunglasses'],
    reviews: [
      {
        rating: 5,
        title: 'Glides along',
        author: 'Natalie W.',
        daysAgo: 5,
        body: 'One finger is enough to steer it through the airport. You hardly hear the wheels.',
      },
      {
        rating: 5,
        title: 'Ten flights, no dent',
        author: 'Rafael M.',
        daysAgo: 16,
        body: 'A few scratches, nothing else. The shell flexes instead of cracking.',
      },
      {
        rating: 4,
        title: 'Clever inside',
        author: 'Judith L.',
        daysAgo: 28,
        body: 'The straps really do keep shirts flat. I miss an outside pocket.',
      },
      {
        rating: 4,
        title: 'Fits the bin',
        author: 'Sven A.',
        daysAgo: 39,
        body: 'Two airlines, no complaint about the size of the cabin one.',
      },
    ],
  },
  {
    slug: 'petal-clasp-purse',
    name: 'Petal Clasp Purse',
    sku: 'FAS-PETAL',
    category: 'bags-luggage',
    description:
      'A rounded little purse with a kiss-lock frame, made of soft faux leather and lined with cotton. Big enough for coins, ' +
      'cards, keys and a lipstick.',
    picture: { emoji: '1f45b', tint: 320 },
    price: 2490,
    attributes: { Material: 'Faux leather', Volume: '0.5 L', Closure: 'Clasp' },
    stock: [0],
    sold: 374,
    daysAgo: 141,
    recommends: ['marlow-handbag', 'scarlett-pumps', 'velour-matte-lipstick'],
    reviews: [
      {
        rating: 5,
        title: 'Just like my grandma had',
        author: 'Paula G.',
        daysAgo: 25,
        body: 'The clasp snaps shut with the same sound. The pink is wonderful.',
      },
      { rating: 4, title: 'Small but handy', body: 'Cards fit sideways. The lining is neatly sewn.', author: 'Rita E.', daysAgo: 86 },
    ],
  },
  {
    slug: 'comet-cap',
    name: 'Comet Cap',
    sku: 'FAS-COMET',
    category: 'hats-umbrellas',
    description:
      'A six-panel cap in brushed cotton with a curved brim and a metal buckle at the back. The sweatband is soft terry and washes ' + 'well.',
    picture: { emoji: '1f9e2', tint: 200 },
    price: 2290,
    attributes: { Material: 'Cotton', 'Sun protection': 'UPF 30', Packable: 'Yes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sky', code: 'SKY', picture: { hue: 0, tint: 200 } },
          { value: 'Salmon', code: 'SAL', picture: { hue: 120, tint: 10 } },
          { value: 'Olive', code: 'OLV', picture: { hue: 215, saturation: 0.7, tint: 75 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 280 } },
        ],
      },
    ],
    stock: [67, 34, 29, 82],
    sold: 453,
    daysAgo: 183,
    recommends: ['meadow-crew-tee', 'harvest-drawstring-shorts', 'sorrento-sunglasses'],
    reviews: [
      { rating: 5, title: 'Fits a big head', body: 'Size 61 and there is still room on the buckle.', author: 'Walter D.', daysAgo: 42 },
      { rating: 4, title: 'Washes well', body: 'It went through the machine twice and kept its shape.', author: 'Aisha K.', daysAgo: 101 },
      {
        rating: 4,
        title: 'Simple, no logo',
        author: 'Finn S.',
        daysAgo: 149,
        body: 'Exactly what I was looking for. The olive is more green than brown.',
      },
    ],
  },
  {
    slug: 'riviera-straw-hat',
    name: 'Riviera Straw Hat',
    sku: 'FAS-RIVIE',
    category: 'hats-umbrellas',
    description:
      'A wide-brimmed hat woven from natural paper straw, trimmed with a big grosgrain bow. An inner cord adjusts it to 55–59 cm. It ' +
      'recovers its shape after a suitcase.',
    picture: { emoji: '1f452', tint: 40 },
    price: 3900,
    compareAt: 4900,
    attributes: { Material: 'Straw', 'Sun protection': 'UPF 50', Packable: 'Yes' },
    stock: [38],
    sold: 246,
    daysAgo: 92,
    recommends: ['laguna-swimsuit', 'corsica-block-mules', 'sorrento-sunglasses'],
    reviews: [
      {
        rating: 5,
        title: 'Survived the suitcase',
        author: 'Louise P.',
        daysAgo: 34,
        body: 'Stuffed it full of socks and it came out just fine.',
      },
      {
        rating: 4,
        title: 'Real shade',
        author: 'Mirjam H.',
        daysAgo: 56,
        body: 'The brim covers the neck as well. In strong wind you need a hand on it.',
      },
    ],
  },
  {
    slug: 'gala-top-hat',
    name: 'Gala Top Hat',
    sku: 'FAS-GALA',
    category: 'hats-umbrellas',
    description:
      'A tall hat of stiff wool felt with a satin band, for weddings, stage and New Year. The inside is lined and has a leather ' + 'sweatband.',
    picture: { emoji: '1f3a9', tint: 350 },
    price: 6490,
    attributes: { Material: 'Wool', 'Sun protection': 'None', Packable: 'No' },
    stock: [12],
    sold: 37,
    daysAgo: 368,
    recommends: ['regent-shirt-and-tie', 'aldous-derby-shoes', 'downpour-stick-umbrella'],
    reviews: [
      { rating: 5, title: 'Star of the show', body: 'Used in twelve performances and still crisp.', author: 'Alistair M.', daysAgo: 120 },
      {
        rating: 3,
        title: 'Warm on the head',
        author: 'Gustav N.',
        daysAgo: 287,
        body: 'Looks splendid in photos. After an hour of dancing I was glad to take it off.',
      },
    ],
  },
  {
    slug: 'downpour-stick-umbrella',
    name: 'Downpour Stick Umbrella',
    sku: 'FAS-DOWNP',
    category: 'hats-umbrellas',
    description:
      'A full-size umbrella with eight fiberglass ribs that bend in a gust and spring back. Wooden crook handle, push-button ' +
      'opening, canopy of 105 cm.',
    picture: { emoji: '2602-fe0f', tint: 260 },
    price: 3990,
    attributes: { Material: 'Polyester', 'Sun protection': 'UPF 30', Packable: 'No' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Plum', code: 'PLM', picture: { hue: 0, tint: 260 } },
          { value: 'Brick', code: 'BRK', picture: { hue: 80, tint: 10 } },
          { value: 'Forest', code: 'FOR', picture: { hue: 205, saturation: 0.75, tint: 140 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 210 } },
        ],
      },
    ],
    stock: [32, 18, 24, 55],
    sold: 332,
    daysAgo: 247,
    recommends: ['atelier-trench-coat', 'carmine-heeled-boots', 'marlow-handbag'],
    reviews: [
      {
        rating: 5,
        title: 'Proof against storms',
        author: 'Deirdre O.',
        daysAgo: 19,
        body: 'It turned inside out twice on the bridge and just popped back.',
      },
      {
        rating: 4,
        title: 'Room for two',
        author: 'Kenji T.',
        daysAgo: 118,
        body: 'We both stay dry under it. The button needs a firm push.',
      },
      {
        rating: 4,
        title: 'Handsome handle',
        author: 'Lorna B.',
        daysAgo: 186,
        body: 'The wood feels good in the hand and hooks over a chair.',
      },
    ],
  },
]
