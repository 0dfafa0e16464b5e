import type { DemoProduct } from '../../types'
import { letters, waists } from './sizes'

export const topsAndDresses: DemoProduct[] = [
  {
    slug: 'meadow-crew-tee',
    name: 'Meadow Crew Tee',
    sku: 'FAS-MEADW',
    category: 'tops-shirts',
    description:
      'A mid-weight T-shirt in organic cotton with a broad stripe across the chest. It is washed before sewing, so it keeps its ' +
      'size. The neck is taped and does not scratch.',
    picture: { emoji: '1f455', tint: 105 },
    price: 2490,
    attributes: { Material: 'Cotton', Fit: 'Regular', Sleeve: 'Short', Neck: 'Crew' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Meadow', code: 'MEA', picture: { hue: 0, tint: 105 } },
          { value: 'Peach', code: 'PEA', picture: { hue: 260, tint: 25 } },
          { value: 'Heather gray', code: 'GRY', picture: { saturation: 0.15, tint: 210 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [52, 88, 76, 40, 33, 61, 47, 2, 66, 104, 97, 58],
    sold: 764,
    daysAgo: 190,
    recommends: ['canal-straight-jeans', 'plaza-canvas-sneakers', 'comet-cap'],
    reviews: [
      {
        rating: 5,
        title: 'Keeps its shape',
        author: 'Adrian W.',
        daysAgo: 21,
        body: 'Ten washes and it is the same length as on the first day.',
      },
      {
        rating: 4,
        title: 'Thick, soft cotton',
        author: 'Nina J.',
        daysAgo: 83,
        body: 'Not see-through at all. A little warm for high summer.',
      },
      {
        rating: 4,
        title: 'Nice stripe',
        author: 'Theo P.',
        daysAgo: 126,
        body: 'Simple without being boring. I have it in gray and meadow now.',
      },
    ],
  },
  {
    slug: 'pebble-v-neck-blouse',
    name: 'Pebble V-Neck Blouse',
    sku: 'FAS-PEBBL',
    category: 'tops-shirts',
    description:
      'An airy short-sleeved top in washed linen with a soft V-neck. It falls loosely at the waist and looks good tucked in or ' +
      'out. No ironing needed.',
    picture: { emoji: '1f45a', tint: 325 },
    price: 4490,
    compareAt: 5490,
    attributes: { Material: 'Linen', Fit: 'Loose', Sleeve: 'Short', Neck: 'V-neck' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Orchid', code: 'ORC', picture: { hue: 0, tint: 325 } },
          { value: 'Teal', code: 'TEA', picture: { hue: 200, saturation: 0.8, tint: 170 } },
          { value: 'Sand', code: 'SND', picture: { hue: 80, saturation: 0.35, brightness: 1.15, tint: 40 } },
        ],
      },
      letters('S', 'M', 'L'),
    ],
    stock: [14, 29, 22, 17, 25, 19, 20, 3, 11],
    sold: 238,
    daysAgo: 73,
    recommends: ['sail-linen-trousers', 'willow-ballet-flats', 'coral-bead-bracelet'],
    reviews: [
      {
        rating: 5,
        title: 'Perfect for the heat',
        author: 'Gabriela N.',
        daysAgo: 16,
        body: 'I wore the sand one through a week of 35 degrees. Light as air.',
      },
      {
        rating: 4,
        title: 'Pleasantly loose',
        author: 'Ellen M.',
        daysAgo: 39,
        body: 'Good drape, and the neckline is not too deep for the office.',
      },
      {
        rating: 3,
        title: 'Creases a lot',
        author: 'Sabine K.',
        daysAgo: 58,
        body: 'It is linen, so it wrinkles. The color is lovely though.',
      },
    ],
  },
  {
    slug: 'regent-shirt-and-tie',
    name: 'Regent Shirt & Tie Set',
    sku: 'FAS-REGNT',
    category: 'tops-shirts',
    description:
      'A striped cotton poplin shirt with a contrasting white collar, folded together with a matching silk tie. The cuffs have two ' +
      'buttons, so they fit over a watch.',
    picture: { emoji: '1f454', tint: 225 },
    price: 8900,
    attributes: { Material: 'Cotton', Fit: 'Slim', Sleeve: 'Long', Neck: 'Collar' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Royal blue', code: 'BLU', picture: { hue: 0, tint: 225 } },
          { value: 'Pine', code: 'PIN', picture: { hue: 240, saturation: 0.8, tint: 160 } },
          { value: 'Graphite', code: 'GRA', picture: { saturation: 0.15, tint: 30 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [12, 24, 28, 15, 9, 16, 14, 8, 13, 20, 19, 0],
    sold: 195,
    daysAgo: 134,
    recommends: ['aldous-derby-shoes', 'aldgate-briefcase', 'meridian-watch'],
    reviews: [
      {
        rating: 5,
        title: 'Ready for the interview',
        author: 'Marcus A.',
        daysAgo: 24,
        body: 'Shirt and tie match perfectly, so no thinking in the morning. Got the job, too.',
      },
      {
        rating: 4,
        title: 'Crisp collar',
        author: 'Luis E.',
        daysAgo: 91,
        body: 'The collar stands well even without stiffeners. Slim fit is really slim.',
      },
    ],
  },
  {
    slug: 'palermo-draped-dress',
    name: 'Palermo Draped Dress',
    sku: 'FAS-PALER',
    category: 'dresses-swimwear',
    description:
      'A long dress with a draped sash that runs from shoulder to hip, edged in a woven border. The viscose is light and falls ' +
      'close to the body. Lined to the knee.',
    picture: { emoji: '1f97b', tint: 50 },
    price: 12900,
    attributes: { Material: 'Viscose', Length: 'Maxi', Pattern: 'Color block' },
    options: [letters('S', 'M', 'L', 'XL')],
    stock: [9, 14, 11, 3],
    sold: 117,
    daysAgo: 36,
    recommends: ['corsica-block-mules', 'coral-bead-bracelet', 'petal-clasp-purse'],
    reviews: [
      {
        rating: 5,
        title: 'A dress to be seen in',
        author: 'Anjali R.',
        daysAgo: 8,
        body: 'The colors shift from red to turquoise as you move. Everyone asked about it.',
      },
      { rating: 4, title: 'Flows beautifully', body: 'I am 1.65 m and had the hem taken up a little.', author: 'Clara B.', daysAgo: 20 },
    ],
  },
  {
    slug: 'verbena-midi-dress',
    name: 'Verbena Midi Dress',
    sku: 'FAS-VERBE',
    category: 'dresses-swimwear',
    description:
      'A fitted bodice, a narrow belt and a full skirt with a scalloped hem. Cotton sateen gives it body without stiffness. There ' +
      'are pockets in both side seams.',
    picture: { emoji: '1f457', tint: 215 },
    price: 10900,
    attributes: { Material: 'Cotton', Length: 'Midi', Pattern: 'Plain' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Azure', code: 'AZU', picture: { hue: 0, tint: 215 } },
          { value: 'Raspberry', code: 'RSP', picture: { hue: 80, tint: 345 } },
          { value: 'Emerald', code: 'EME', picture: { hue: 240, tint: 155 } },
        ],
      },
      letters('XS', 'S', 'M', 'L'),
    ],
    stock: [16, 33, 37, 21, 12, 26, 30, 5, 10, 19, 24, 15],
    featured: true,
    sold: 476,
    daysAgo: 25,
    recommends: ['scarlett-pumps', 'petal-clasp-purse', 'lumen-stone-ring', 'velour-matte-lipstick'],
    reviews: [
      {
        rating: 5,
        title: 'It has pockets!',
        author: 'Harriet L.',
        daysAgo: 3,
        body: 'A pretty summer dress and my phone fits in the side seam. What more could I want.',
      },
      {
        rating: 5,
        title: 'Made for twirling',
        author: 'Rosa D.',
        daysAgo: 10,
        body: 'The skirt swings wonderfully. Wore the emerald to a garden wedding.',
      },
      {
        rating: 4,
        title: 'Lovely cut',
        author: 'Mina C.',
        daysAgo: 15,
        body: 'The waist sits just right. Straps could be a little longer.',
      },
      {
        rating: 4,
        title: 'Good heavy fabric',
        author: 'Olga T.',
        daysAgo: 21,
        body: 'Not flimsy at all, and it came out of the wash without a crease.',
      },
    ],
  },
  {
    slug: 'hanami-yukata-dress',
    name: 'Hanami Yukata Dress',
    sku: 'FAS-HANAM',
    category: 'dresses-swimwear',
    description:
      'A wrapped cotton dress in the cut of a summer yukata, printed with small blossoms and tied with a wide dark sash. ' +
      'Comfortable as a light dress or over trousers.',
    picture: { emoji: '1f458', tint: 300 },
    price: 8450,
    attributes: { Material: 'Cotton', Length: 'Midi', Pattern: 'Floral' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sky', code: 'SKY', picture: { hue: 0, tint: 300 } },
          { value: 'Plum blossom', code: 'PLM', picture: { hue: 80, tint: 330 } },
        ],
      },
      letters('S', 'M', 'L'),
    ],
    stock: [11, 18, 9, 10, 15, 2],
    sold: 92,
    daysAgo: 167,
    recommends: ['willow-ballet-flats', 'coral-bead-bracelet', 'lagoon-bath-salts'],
    reviews: [
      {
        rating: 5,
        title: 'Beautiful print',
        author: 'Emi F.',
        daysAgo: 75,
        body: 'The blossoms are crisp and the sash holds all day without slipping.',
      },
      {
        rating: 4,
        title: 'Cool cotton',
        author: 'Daphne W.',
        daysAgo: 110,
        body: 'Very pleasant on hot evenings. Sleeves are wide, so mind the soup.',
      },
    ],
  },
  {
    slug: 'laguna-swimsuit',
    name: 'Laguna Swimsuit',
    sku: 'FAS-LAGUN',
    category: 'dresses-swimwear',
    description:
      'A one-piece for swimming laps and lying in the sun. The fabric is knitted from recycled nylon, resists chlorine and is ' +
      'fully lined. Broad straps stay where they are.',
    picture: { emoji: '1fa71', tint: 180 },
    price: 5490,
    attributes: { Material: 'Recycled nylon', Cut: 'One-piece', Pattern: 'Striped' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Flamingo', code: 'FLA', picture: { hue: 0, tint: 180 } },
          { value: 'Lagoon', code: 'LAG', picture: { hue: 200, tint: 45 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 330 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [20, 31, 27, 14, 17, 23, 22, 9, 28, 39, 4, 16],
    sold: 355,
    daysAgo: 112,
    recommends: ['cove-flip-flops', 'riviera-straw-hat', 'sorrento-sunglasses'],
    reviews: [
      { rating: 5, title: 'Stays put', body: 'Forty laps and I did not tug at it once.', author: 'Freya N.', daysAgo: 28 },
      {
        rating: 4,
        title: 'Flattering stripes',
        author: 'Colette G.',
        daysAgo: 49,
        body: 'The bands at the waist make a nice shape. Runs slightly small.',
      },
      { rating: 5, title: 'No fading so far', body: 'A season of chlorine, and the black is still black.', author: 'Barb H.', daysAgo: 66 },
    ],
  },
  {
    slug: 'canal-straight-jeans',
    name: 'Canal Straight Jeans',
    sku: 'FAS-CANAL',
    category: 'trousers-shorts',
    description:
      'Straight-legged jeans in 13 oz denim with a touch of stretch. Mid-rise, five pockets, copper rivets. Worn with a turned-up ' +
      'cuff or full length.',
    picture: { emoji: '1f456', tint: 30 },
    price: 7900,
    attributes: { Material: 'Denim', Fit: 'Straight', Rise: 'Mid', Length: 'Full' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Stonewash', code: 'STN', picture: { hue: 0, tint: 30 } },
          { value: 'Indigo', code: 'IND', picture: { saturation: 0.55, brightness: 0.65, tint: 225 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 10 } },
        ],
      },
      waists(28, 30, 32, 34),
    ],
    stock: [31, 48, 52, 36, 27, 44, 41, 25, 22, 38, 35, 4],
    sold: 702,
    daysAgo: 330,
    recommends: ['meadow-crew-tee', 'plaza-canvas-sneakers', 'aldous-derby-shoes'],
    reviews: [
      {
        rating: 5,
        title: 'Finally a straight leg',
        author: 'Rachel V.',
        daysAgo: 18,
        body: 'Not skinny, not baggy. The denim has weight but gives when you sit.',
      },
      {
        rating: 4,
        title: 'Good everyday jeans',
        author: 'Kofi A.',
        daysAgo: 107,
        body: 'The indigo rubbed off a little on a light sofa, so wash before wearing.',
      },
      {
        rating: 3,
        title: 'Long in the leg',
        author: 'Simon D.',
        daysAgo: 210,
        body: 'At 1.70 m I have to turn them up twice. The waist is fine.',
      },
      {
        rating: 5,
        title: 'Third year running',
        author: 'Ulla P.',
        daysAgo: 292,
        body: 'The same pair since they came out, and the knees are still whole.',
      },
    ],
  },
  {
    slug: 'sail-linen-trousers',
    name: 'Sail Linen Trousers',
    sku: 'FAS-SAIL',
    category: 'trousers-shorts',
    description:
      'Light trousers for warm days, woven from a blend of linen and cotton. A hidden drawstring behind the button lets you loosen ' +
      'the waist after lunch.',
    picture: { emoji: '1f456', tint: 190, hue: 165, saturation: 0.45, brightness: 1.2 },
    price: 6900,
    compareAt: 8900,
    attributes: { Material: 'Linen', Fit: 'Relaxed', Rise: 'High', Length: 'Full' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Camel', code: 'CML', picture: { hue: 165, saturation: 0.45, brightness: 1.2, tint: 190 } },
          { value: 'Sage', code: 'SAG', picture: { hue: 215, saturation: 0.4, brightness: 1.15, tint: 110 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [13, 26, 20, 9, 10, 17, 3, 8],
    sold: 164,
    daysAgo: 81,
    recommends: ['pebble-v-neck-blouse', 'corsica-block-mules', 'riviera-straw-hat'],
    reviews: [
      {
        rating: 4,
        title: 'Vacation trousers',
        author: 'Dominic S.',
        daysAgo: 32,
        body: 'Packed them for two weeks in Greece and hardly wore anything else.',
      },
      {
        rating: 5,
        title: 'That drawstring',
        author: 'Agnes M.',
        daysAgo: 55,
        body: 'Looks smart from the front and feels like pajamas. Very clever.',
      },
      {
        rating: 2,
        title: 'Too sheer in camel',
        author: 'Leonie F.',
        daysAgo: 70,
        body: 'In bright sunlight you can see the pockets through the fabric.',
      },
    ],
  },
  {
    slug: 'harvest-drawstring-shorts',
    name: 'Harvest Drawstring Shorts',
    sku: 'FAS-HARVE',
    category: 'trousers-shorts',
    description:
      'Mid-thigh shorts in soft cotton twill with an elastic waist and deep side pockets. The cuffs are turned and stitched, so ' +
      'they do not roll up.',
    picture: { emoji: '1fa73', tint: 80 },
    price: 3490,
    attributes: { Material: 'Cotton', Fit: 'Relaxed', Rise: 'Mid', Length: 'Mid-thigh' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Pear', code: 'PER', picture: { hue: 0, tint: 80 } },
          { value: 'Melon', code: 'MEL', picture: { hue: 255, tint: 20 } },
          { value: 'Aqua', code: 'AQU', picture: { hue: 70, saturation: 0.8, tint: 195 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [22, 35, 33, 18, 19, 28, 26, 5, 24, 37, 31, 12],
    sold: 281,
    daysAgo: 104,
    recommends: ['meadow-crew-tee', 'cove-flip-flops', 'comet-cap'],
    reviews: [
      { rating: 4, title: 'Deep pockets', body: 'Phone and keys stay in even when I cycle.', author: 'Andre L.', daysAgo: 23 },
      {
        rating: 5,
        title: 'Comfortable waist',
        author: 'Bella O.',
        daysAgo: 61,
        body: 'The elastic is wide and does not dig in. Bought a second pair.',
      },
      { rating: 4, title: 'Fresh colors', body: 'The melon is brighter than on my screen, but I like it.', author: 'Hugo R.', daysAgo: 78 },
    ],
  },
]
