import type { DemoProduct } from '../../types'

export const sports: DemoProduct[] = [
  {
    slug: 'kickabout-soccer-ball',
    name: 'Kickabout Soccer Ball',
    sku: 'SPT-KICKABOUT',
    category: 'balls-racquets',
    description:
      'A soccer ball with 32 stitched panels and a grippy, slightly matte surface. The butyl bladder holds air for weeks. ' +
      'Made for grass and artificial turf, and tough enough for the schoolyard.',
    picture: { emoji: '26bd', tint: 215 },
    price: 2490,
    attributes: { Sport: 'Soccer', Material: 'Synthetic leather', Level: 'Club', Surface: 'Outdoor' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Blue', code: 'BLU', picture: { tint: 215 } },
          { value: 'Red', code: 'RED', picture: { hue: 122, tint: 355 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Size 3', code: '3', surcharge: -400 },
          { value: 'Size 4', code: '4', surcharge: -200 },
          { value: 'Size 5', code: '5' },
        ],
      },
    ],
    stock: [48, 35, 72, 20, 26, 44],
    sold: 723,
    daysAgo: 264,
    recommends: ['blacktop-basketball', 'baseline-tennis-racquet', 'feather-badminton-set'],
    reviews: [
      {
        rating: 5,
        title: 'Flies true',
        author: 'Xavier C.',
        daysAgo: 33,
        body: 'We use six of them at practice. They are round, and they stay round.',
      },
      { rating: 4, title: 'Holds air', body: 'Pumped up in March, still firm in May.', author: 'Dmitri M.', daysAgo: 87 },
      { rating: 4, title: 'Good on turf', body: 'A bit hard on the first day, then just right.', author: 'Liam W.', daysAgo: 172 },
      {
        rating: 3,
        title: 'Scuffs on asphalt',
        author: 'Owen K.',
        daysAgo: 226,
        body: 'Fine on grass, but the print wore off quickly on the playground.',
      },
    ],
  },
  {
    slug: 'blacktop-basketball',
    name: 'Blacktop Basketball',
    sku: 'SPT-BLACKTOP',
    category: 'balls-racquets',
    description:
      'A size 7 basketball with a rubber cover made for rough courts. Deep channels give your fingers a good hold even when ' +
      'it is dusty. It comes inflated and ready to play.',
    picture: { emoji: '1f3c0', tint: 24 },
    price: 2990,
    attributes: { Sport: 'Basketball', Material: 'Rubber', Level: 'Leisure', Surface: 'Outdoor' },
    stock: [61],
    sold: 394,
    daysAgo: 182,
    recommends: ['kickabout-soccer-ball', 'baseline-tennis-racquet'],
    reviews: [
      {
        rating: 5,
        title: 'Great grip',
        author: 'Walt T.',
        daysAgo: 29,
        body: 'Even in light rain it does not slip. The bounce is consistent.',
      },
      {
        rating: 4,
        title: 'Made for the street',
        author: 'Cole G.',
        daysAgo: 78,
        body: 'Four months on concrete and the pebbling is still there.',
      },
      {
        rating: 4,
        title: 'Smells of rubber',
        author: 'Isla R.',
        daysAgo: 156,
        body: 'The smell was gone after a week. Otherwise perfect.',
      },
    ],
  },
  {
    slug: 'baseline-tennis-racquet',
    name: 'Baseline Tennis Racquet',
    sku: 'SPT-BASELINE',
    category: 'balls-racquets',
    description:
      'A forgiving racquet with a large head and a light graphite frame of 270 grams. It is strung and has a soft, absorbent ' +
      'grip. A good choice for beginners and for players who come back after a few years.',
    picture: { emoji: '1f3be', tint: 340 },
    price: 8900,
    compareAt: 10900,
    attributes: { Sport: 'Tennis', Material: 'Graphite', Level: 'Beginner', Surface: 'All courts' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Magenta', code: 'MAG', picture: { tint: 340 } },
          { value: 'Cobalt', code: 'COB', picture: { hue: 240, tint: 222 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Grip 2', code: 'G2' },
          { value: 'Grip 3', code: 'G3' },
        ],
      },
    ],
    stock: [24, 30, 13, 5],
    sold: 261,
    daysAgo: 99,
    recommends: ['feather-badminton-set', 'kickabout-soccer-ball'],
    reviews: [
      {
        rating: 5,
        title: 'Back on the court',
        author: 'Quinn D.',
        daysAgo: 19,
        body: 'After ten years off I was hitting clean balls in the first hour.',
      },
      {
        rating: 4,
        title: 'Light and easy',
        author: 'Ursula N.',
        daysAgo: 45,
        body: 'Very forgiving on off-center hits. The factory strings are only average.',
      },
      { rating: 4, title: 'Nice grip', body: 'Soft and not slippery. My elbow thanks me.', author: 'Elif B.', daysAgo: 72 },
    ],
  },
  {
    slug: 'feather-badminton-set',
    name: 'Feather Badminton Set',
    sku: 'SPT-FEATHER',
    category: 'balls-racquets',
    description:
      'Two steel-shaft racquets, three shuttlecocks and a net that stands on its own feet, all in one carrying bag. It goes ' +
      'up in five minutes on a lawn or a beach. The racquets weigh only 95 grams each.',
    picture: { emoji: '1f3f8', tint: 195 },
    price: 5490,
    attributes: { Sport: 'Badminton', Material: 'Steel', Level: 'Leisure', Surface: 'Outdoor' },
    stock: [39],
    sold: 318,
    daysAgo: 146,
    recommends: ['baseline-tennis-racquet', 'kickabout-soccer-ball'],
    reviews: [
      {
        rating: 5,
        title: 'Summer in a bag',
        author: 'Hannah L.',
        daysAgo: 33,
        body: 'It lives in the trunk from May to September. The net really is up in five minutes.',
      },
      {
        rating: 3,
        title: 'Poor in wind',
        author: 'Nils V.',
        daysAgo: 72,
        body: 'The net wobbles as soon as there is a breeze. Racquets are good.',
      },
      { rating: 5, title: 'Fun for all ages', body: 'Grandpa versus the kids, all weekend.', author: 'Victor H.', daysAgo: 112 },
    ],
  },
  {
    slug: 'powder-ski-set',
    name: 'Powder All-Mountain Ski Set',
    sku: 'SPT-POWDER',
    category: 'winter-sports',
    description:
      'Skis with mounted bindings and a pair of poles for relaxed days on groomed runs and a little fresh snow. The poplar ' +
      'core is light, and the raised tip makes turning easy. The bindings adjust to boots from EU 38 to 46, which are not included.',
    picture: { emoji: '1f3bf', tint: 205 },
    price: 42900,
    compareAt: 52900,
    attributes: { Sport: 'Skiing', Level: 'Intermediate', Material: 'Poplar core', Fit: 'Adults' },
    options: [
      {
        name: 'Length',
        values: [
          { value: '150 cm', code: '150' },
          { value: '160 cm', code: '160' },
          { value: '170 cm', code: '170', surcharge: 2000 },
        ],
      },
    ],
    stock: [11, 16, 3],
    sold: 84,
    daysAgo: 58,
    recommends: ['whiteout-ski-goggles', 'toboggan-slat-sled', 'pond-figure-skates'],
    reviews: [
      { rating: 5, title: 'Turns by itself', body: 'I am no expert, and on these skis I looked like one.', author: 'Bo S.', daysAgo: 15 },
      {
        rating: 4,
        title: 'Good package',
        author: 'Jonas F.',
        daysAgo: 30,
        body: 'My old boots clicked in at once. The poles are a little short for me.',
      },
      { rating: 3, title: 'Stable at speed', body: 'Calm on hard snow, a bit short on grip on ice.', author: 'Marcus P.', daysAgo: 45 },
    ],
  },
  {
    slug: 'pond-figure-skates',
    name: 'Pond Figure Skates',
    sku: 'SPT-POND',
    category: 'winter-sports',
    description:
      'Lace-up ice skates with a padded boot and a stiff ankle that gives beginners support. The stainless blades come ' +
      'sharpened. The lining is soft fleece, so one pair of socks is enough.',
    picture: { emoji: '26f8-fe0f', tint: 225 },
    price: 7450,
    attributes: { Sport: 'Ice skating', Level: 'Beginner', Material: 'Synthetic leather', Fit: 'Adults' },
    options: [
      {
        name: 'Size',
        values: [
          { value: 'EU 36', code: '36' },
          { value: 'EU 37', code: '37' },
          { value: 'EU 38', code: '38' },
          { value: 'EU 39', code: '39' },
          { value: 'EU 40', code: '40' },
          { value: 'EU 41', code: '41' },
        ],
      },
    ],
    stock: [14, 20, 25, 17, 2, 9],
    sold: 246,
    daysAgo: 41,
    recommends: ['toboggan-slat-sled', 'whiteout-ski-goggles'],
    reviews: [
      { rating: 5, title: 'Warm feet', body: 'Two hours on a frozen pond and my toes were fine.', author: 'Tariq C.', daysAgo: 4 },
      {
        rating: 4,
        title: 'Supportive ankle',
        author: 'Amir M.',
        daysAgo: 16,
        body: 'My first skates, and I felt safe. Order one size up if you wear thick socks.',
      },
      {
        rating: 2,
        title: 'Blades were dull',
        author: 'Gina W.',
        daysAgo: 24,
        body: 'I had to have them sharpened before I could use them.',
      },
      { rating: 4, title: 'Look lovely', body: 'Classic white, easy to wipe clean.', author: 'Olga K.', daysAgo: 32 },
    ],
  },
  {
    slug: 'toboggan-slat-sled',
    name: 'Toboggan Slat Sled',
    sku: 'SPT-TOBOGGAN',
    category: 'winter-sports',
    description:
      'A classic wooden sled with ash slats and steel-shod runners. It carries an adult and a child, up to 120 kilos ' +
      'together. A pull rope of braided hemp is tied on at the front.',
    picture: { emoji: '1f6f7', tint: 345 },
    price: 6990,
    attributes: { Sport: 'Sledding', Level: 'All', Material: 'Ash', Fit: 'Adults and children' },
    stock: [0],
    sold: 209,
    daysAgo: 328,
    recommends: ['powder-ski-set', 'pond-figure-skates', 'whiteout-ski-goggles'],
    reviews: [
      { rating: 5, title: 'Fast and straight', body: 'We beat every plastic sled on the hill.', author: 'Sven T.', daysAgo: 44 },
      {
        rating: 5,
        title: 'Like the one I had',
        author: 'Carla G.',
        daysAgo: 185,
        body: 'Solid wood, proper runners. My kids will pass it on.',
      },
      { rating: 4, title: 'A little heavy', body: 'Great downhill, a workout uphill.', author: 'Fatima R.', daysAgo: 275 },
    ],
  },
  {
    slug: 'whiteout-ski-goggles',
    name: 'Whiteout Ski Goggles',
    sku: 'SPT-WHITEOUT',
    category: 'winter-sports',
    description:
      'Goggles with a curved double lens that does not fog and a wide field of view. Three layers of foam seal gently against ' +
      'the face, and there is room for glasses underneath. The strap has silicone lines that grip a helmet.',
    picture: { emoji: '1f97d', tint: 190 },
    price: 5950,
    attributes: { Sport: 'Skiing', Level: 'All', Material: 'Polycarbonate', Fit: 'Adults' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Glacier', code: 'GLA', picture: { tint: 190 } },
          { value: 'Sunset', code: 'SUN', picture: { hue: 155, tint: 22 } },
          { value: 'Orchid', code: 'ORC', picture: { hue: 78, tint: 300 } },
        ],
      },
    ],
    stock: [37, 28, 15],
    sold: 355,
    daysAgo: 78,
    recommends: ['powder-ski-set', 'toboggan-slat-sled'],
    reviews: [
      { rating: 5, title: 'No fog at all', body: 'I ski with glasses, and for once I could see all day.', author: 'Leo D.', daysAgo: 13 },
      {
        rating: 4,
        title: 'Wide view',
        author: 'Tessa N.',
        daysAgo: 33,
        body: 'Almost no frame in sight. The strap is short for a large helmet.',
      },
      { rating: 4, title: 'Good in flat light', body: 'I could still make out the bumps in the clouds.', author: 'Yusuf B.', daysAgo: 66 },
    ],
  },
  {
    slug: 'reedbank-canoe',
    name: 'Reedbank Canoe',
    sku: 'SPT-REEDBANK',
    category: 'water-sports',
    description:
      'A stable open canoe for two paddlers, five meters long, with two paddles. The hull is three-layer polyethylene that ' +
      'shrugs off stones and sandbanks. Webbed ash seats and a flat bottom make it a calm boat for lakes and slow rivers.',
    picture: { emoji: '1f6f6', tint: 200 },
    price: 74900,
    attributes: { Sport: 'Canoeing', Material: 'Polyethylene', Level: 'All', Fit: 'Two people' },
    stock: [8],
    sold: 39,
    daysAgo: 212,
    recommends: ['lagoon-snorkel-set', 'harbor-ring-buoy'],
    reviews: [
      { rating: 5, title: 'Steady as a table', body: 'Our dog jumps in and out and we stay dry.', author: 'Hassan L.', daysAgo: 65 },
      {
        rating: 4,
        title: 'Strong hull',
        author: 'Karl V.',
        daysAgo: 151,
        body: 'We dragged it over gravel all summer. At 34 kilos you want two people to carry it.',
      },
    ],
  },
  {
    slug: 'lagoon-snorkel-set',
    name: 'Lagoon Snorkel Set',
    sku: 'SPT-LAGOON',
    category: 'water-sports',
    description:
      'A mask and snorkel with a skirt of soft silicone that seals on most faces. The tempered glass sits close to the eyes ' +
      'for a wide view, and the dry top keeps waves out of the tube. A mesh bag is included.',
    picture: { emoji: '1f93f', tint: 335 },
    price: 3250,
    attributes: { Sport: 'Snorkeling', Material: 'Silicone', Level: 'All' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Coral pink', code: 'COR', picture: { tint: 335 } },
          { value: 'Palm green', code: 'PLM', picture: { hue: 140, tint: 140 } },
          { value: 'Deep blue', code: 'BLU', picture: { hue: 245, tint: 230 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'S/M', code: 'SM' },
          { value: 'L/XL', code: 'LX' },
        ],
      },
    ],
    stock: [33, 47, 18, 24, 5, 0],
    sold: 442,
    daysAgo: 120,
    recommends: ['harbor-ring-buoy', 'reedbank-canoe'],
    reviews: [
      { rating: 5, title: 'No leaks', body: 'I have a narrow face and this is the first mask that seals.', author: 'Rina H.', daysAgo: 11 },
      { rating: 5, title: 'Saw a turtle', body: 'Clear view, easy breathing, unforgettable week.', author: 'Yara S.', daysAgo: 49 },
      {
        rating: 4,
        title: 'Dry top works',
        author: 'Esther F.',
        daysAgo: 73,
        body: 'Hardly any water in the tube, even with waves. It clicks a bit.',
      },
      { rating: 2, title: 'Strap broke', body: 'The buckle snapped on the fourth day of our vacation.', author: 'Mona P.', daysAgo: 97 },
    ],
  },
  {
    slug: 'harbor-ring-buoy',
    name: 'Harbor Ring Buoy',
    sku: 'SPT-BUOY',
    category: 'water-sports',
    description:
      'A ring buoy with a foam core, a bright cover and four reflective bands, for docks, pools and small boats. A grab line ' +
      'runs all the way around. It does not absorb water and stays bright in the sun.',
    picture: { emoji: '1f6df', tint: 5 },
    price: 4600,
    attributes: { Sport: 'Boating', Material: 'Foam', Level: 'All', Diameter: '60 cm' },
    stock: [52],
    sold: 131,
    daysAgo: 345,
    recommends: ['reedbank-canoe', 'lagoon-snorkel-set'],
    reviews: [
      { rating: 5, title: 'Peace of mind', body: 'It hangs on our dock, clearly visible from the house.', author: 'Priya C.', daysAgo: 40 },
      { rating: 4, title: 'Sturdy cover', body: 'Two summers of full sun and it is still red.', author: 'Anna M.', daysAgo: 188 },
      {
        rating: 3,
        title: 'Line a bit loose',
        author: 'Dana W.',
        daysAgo: 283,
        body: 'I re-tied the grab line on one side. Otherwise well made.',
      },
    ],
  },
]
