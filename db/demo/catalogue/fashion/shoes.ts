import type { DemoProduct } from '../../types'
import { shoes as sizes } from './sizes'

export const shoes: DemoProduct[] = [
  {
    slug: 'tempo-running-shoes', name: 'Tempo Running Shoes', sku: 'FAS-TEMPO', category: 'sneakers-skates',
    description:
      'Light road shoes for runs of up to half-marathon distance. The knitted upper lets air through, and the foam sole returns to ' +
      'shape quickly after each step. A padded heel keeps the foot from sliding downhill.',
    picture: { emoji: '1f45f', tint: 265 },
    price: 11900, compareAt: 13900,
    attributes: { Upper: 'Knit', Sole: 'Foam', Fit: 'Regular', Use: 'Running' },
    options: [
      { name: 'Colour', values: [
        { value: 'Lilac', code: 'LIL', picture: { hue: 0, tint: 265 } },
        { value: 'Coral', code: 'COR', picture: { hue: 80, tint: 12 } },
        { value: 'Mint', code: 'MNT', picture: { hue: 240, tint: 165 } },
      ] },
      sizes(38, 40, 42, 44),
    ],
    stock: [24, 40, 36, 18, 12, 22, 3, 9, 15, 31, 27, 0],
    notMade: [['Coral', 'EU 44']],
    sold: 642, daysAgo: 120,
    recommends: ['sprinter-ankle-socks', 'meadow-crew-tee', 'dawn-running-vest'],
    reviews: [
      {
        rating: 5, title: 'Carried me to 21 km', author: 'Marta L.', daysAgo: 22,
        body: 'Ran my first half-marathon in these, and no blister at all. The heel holds very well.',
      },
      {
        rating: 4, title: 'Light, a bit narrow', author: 'Jonas B.', daysAgo: 47,
        body: 'They weigh next to nothing. With thick socks I would go half a size up.',
      },
      {
        rating: 4, title: 'Good for daily runs', author: 'Priya S.', daysAgo: 71,
        body: 'About 300 km so far and the foam still feels lively.',
      },
      {
        rating: 2, title: 'Lilac dirties quickly', author: 'Owen T.', daysAgo: 95,
        body: 'Fine to run in, but one wet trail and the light color is gone for good.',
      },
    ],
  },
  {
    slug: 'plaza-canvas-sneakers', name: 'Plaza Canvas Sneakers', sku: 'FAS-PLAZA', category: 'sneakers-skates',
    description:
      'Everyday sneakers in sturdy cotton canvas with a stitched rubber sole. The insole comes out, so they dry overnight after a ' +
      'rainy walk.',
    picture: { emoji: '1f45f', tint: 40, saturation: 0.15 },
    price: 5900,
    attributes: { Upper: 'Canvas', Sole: 'Rubber', Fit: 'Wide', Use: 'Everyday' },
    options: [
      { name: 'Colour', values: [
        { value: 'Chalk', code: 'CHK', picture: { saturation: 0.15, tint: 40 } },
        { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 220 } },
      ] },
      sizes(37, 39, 41, 43, 45),
    ],
    stock: [44, 63, 58, 39, 12, 51, 72, 66, 4, 20],
    sold: 811, daysAgo: 310,
    recommends: ['canal-straight-jeans', 'orchard-backpack', 'meadow-crew-tee'],
    reviews: [
      {
        rating: 5, title: 'My second pair', author: 'Elena R.', daysAgo: 14,
        body: 'The first lasted three summers. Same shape, same comfort.',
      },
      {
        rating: 4, title: 'Roomy toes', author: 'Dev P.', daysAgo: 130,
        body: 'Finally canvas shoes that are wide enough. Laces are a little long.',
      },
      {
        rating: 3, title: 'Needs breaking in', author: 'Sophie W.', daysAgo: 201,
        body: 'The heel was stiff for the first week, then all right.',
      },
    ],
  },
  {
    slug: 'boulevard-roller-skates', name: 'Boulevard Roller Skates', sku: 'FAS-BOULV', category: 'sneakers-skates',
    description:
      'Four-wheeled skates with a high, padded boot and soft wheels that roll quietly over asphalt. The toe stop screws in and can ' +
      'be replaced. Good for parks, promenades and rinks.',
    picture: { emoji: '1f6fc', tint: 335 },
    price: 12900,
    attributes: { Upper: 'Faux leather', Sole: 'Rubber', Fit: 'Regular', Use: 'Skating' },
    options: [
      { name: 'Colour', values: [
        { value: 'Sunset pink', code: 'PNK', picture: { hue: 0, tint: 335 } },
        { value: 'Lagoon', code: 'LAG', picture: { hue: 200, tint: 185 } },
      ] },
      sizes(37, 39, 41),
    ],
    stock: [14, 19, 8, 11, 16, 2],
    sold: 173, daysAgo: 64,
    recommends: ['harvest-drawstring-shorts', 'comet-cap', 'sprinter-ankle-socks'],
    reviews: [
      {
        rating: 5, title: 'Quiet wheels', author: 'Camille D.', daysAgo: 9,
        body: 'I skate along the river every evening and nobody hears me coming. The boot supports the ankle well.',
      },
      {
        rating: 4, title: 'Great color', author: 'Ruth A.', daysAgo: 33,
        body: 'The pink fades into orange just like in the picture. Bearings needed a drop of oil.',
      },
    ],
  },
  {
    slug: 'frostline-ice-skates', name: 'Frostline Ice Skates', sku: 'FAS-FROST', category: 'sneakers-skates',
    description:
      'Figure skates with a stiff ankle, a soft fleece lining and a stainless steel blade. They arrive sharpened and ready for the ' +
      'ice.',
    picture: { emoji: '26f8-fe0f', tint: 210 },
    price: 9950, compareAt: 12900,
    attributes: { Upper: 'Faux leather', Sole: 'Steel blade', Fit: 'Regular', Use: 'Skating' },
    options: [sizes(36, 38, 40, 42)],
    stock: [7, 12, 1, 10],
    sold: 88, daysAgo: 245,
    recommends: ['fjord-wool-scarf', 'hearth-knit-gloves', 'summit-snow-goggles'],
    reviews: [
      {
        rating: 5, title: 'Warm at last', author: 'Ingrid H.', daysAgo: 190,
        body: 'The lining makes all the difference on an outdoor rink.',
      },
      {
        rating: 3, title: 'Size up', author: 'Paul M.', daysAgo: 205,
        body: 'Comfortable once I exchanged them for the next size. Blade came nicely sharpened.',
      },
      {
        rating: 4, title: 'Good for beginners', author: 'Nadia F.', daysAgo: 221,
        body: 'My daughter found her balance in an afternoon. The laces hold tight.',
      },
    ],
  },
  {
    slug: 'ridgeline-hiking-boots', name: 'Ridgeline Hiking Boots', sku: 'FAS-RIDGE', category: 'boots-lace-ups',
    description:
      'Ankle-high boots for long days on rocky paths. The nubuck upper is waxed and lined with a waterproof membrane, and the deep ' +
      'lugs grip on wet stone. They can be resoled.',
    picture: { emoji: '1f97e', tint: 38 },
    price: 16900,
    attributes: { Material: 'Nubuck', Height: 'Ankle', Waterproof: 'Yes', Sole: 'Lugged rubber' },
    options: [
      { name: 'Colour', values: [
        { value: 'Wheat', code: 'WHT', picture: { hue: 0, tint: 38 } },
        { value: 'Moss', code: 'MOS', picture: { hue: 45, saturation: 0.5, brightness: 0.75, tint: 95 } },
        { value: 'Slate', code: 'SLT', picture: { hue: 200, saturation: 0.3, brightness: 0.65, tint: 215 } },
      ] },
      sizes(38, 40, 42, 44),
    ],
    stock: [18, 34, 41, 22, 10, 17, 25, 5, 14, 29, 33, 12],
    featured: true,
    sold: 534, daysAgo: 88,
    recommends: ['trailmark-socks', 'orchard-backpack', 'fjord-wool-scarf'],
    reviews: [
      {
        rating: 5, title: 'Dry after six hours', author: 'Henrik S.', daysAgo: 11,
        body: 'Walked through wet grass and two streams. My socks stayed dry all day.',
      },
      {
        rating: 5, title: 'No break-in needed', author: 'Laura G.', daysAgo: 29,
        body: 'Wore them straight out of the box on a 15 km loop. Not one sore spot.',
      },
      {
        rating: 4, title: 'Grip is excellent', author: 'Tomasz K.', daysAgo: 52,
        body: 'They hold on wet rock where my old pair slid. A little warm in July.',
      },
      {
        rating: 4, title: 'Solid and well made', author: 'Bea N.', daysAgo: 60,
        body: 'Heavier than I expected but you feel safe in them. The wheat color ages nicely.',
      },
      {
        rating: 3, title: 'Laces too slippery', author: 'Carl V.', daysAgo: 79,
        body: 'Great boots, but I had to swap the laces because they kept coming undone.',
      },
    ],
  },
  {
    slug: 'tundra-winter-boots', name: 'Tundra Winter Boots', sku: 'FAS-TUNDR', category: 'boots-lace-ups',
    description:
      'Insulated boots for slush and snow, with a wool-blend lining and a soft rubber sole that stays flexible below freezing. ' +
      'Rated to -20 °C.',
    picture: { emoji: '1f97e', tint: 200, saturation: 0.15, brightness: 0.5 },
    price: 13950, compareAt: 15950,
    attributes: { Material: 'Nubuck', Height: 'Mid-calf', Waterproof: 'Yes', Sole: 'Soft rubber' },
    options: [sizes(37, 39, 41, 43, 45)],
    stock: [9, 26, 30, 21, 0],
    sold: 219, daysAgo: 301,
    recommends: ['hearth-knit-gloves', 'fjord-wool-scarf', 'lindgren-wool-coat'],
    reviews: [
      {
        rating: 5, title: 'Toes stay warm', author: 'Aino V.', daysAgo: 256,
        body: 'Two hours of watching football in January and I felt nothing.',
      },
      {
        rating: 4, title: 'Bulky but worth it', author: 'Greg D.', daysAgo: 270,
        body: 'They take a lot of room by the door. On ice they beat everything I have had.',
      },
    ],
  },
  {
    slug: 'carmine-heeled-boots', name: 'Carmine Heeled Boots', sku: 'FAS-CARMN', category: 'boots-lace-ups',
    description: 'Mid-calf boots with a stacked 6 cm heel and a full-length inside zip. Smooth calf leather outside, soft pigskin inside.',
    picture: { emoji: '1f462', tint: 350 },
    price: 15900,
    attributes: { Material: 'Leather', Height: 'Mid-calf', Waterproof: 'No', Sole: 'Leather' },
    options: [
      { name: 'Colour', values: [
        { value: 'Carmine', code: 'CAR', picture: { hue: 0, tint: 350 } },
        { value: 'Rust', code: 'RST', picture: { hue: 40, saturation: 0.8, tint: 22 } },
        { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 300 } },
      ] },
      sizes(37, 38, 39, 40),
    ],
    stock: [8, 15, 17, 11, 12, 9, 4, 10, 22, 27, 25, 19],
    sold: 267, daysAgo: 41,
    recommends: ['verbena-midi-dress', 'marlow-handbag', 'atelier-trench-coat'],
    reviews: [
      {
        rating: 5, title: 'Compliments every time', author: 'Chiara M.', daysAgo: 6,
        body: 'The red is deep and rich. I can stand in them all day.',
      },
      {
        rating: 4, title: 'Elegant shape', author: 'Hannah O.', daysAgo: 19,
        body: 'The zip runs smoothly and the shaft fits slim calves well.',
      },
      {
        rating: 2, title: 'Slippery sole', author: 'Yvonne C.', daysAgo: 27,
        body: 'Lovely boots but the leather sole needs a rubber half-sole before it rains.',
      },
    ],
  },
  {
    slug: 'aldous-derby-shoes', name: 'Aldous Derby Shoes', sku: 'FAS-ALDOU', category: 'boots-lace-ups',
    description:
      'Classic open-laced derbies in vegetable-tanned leather that darkens with wear. Welted construction, so a cobbler can ' +
      'replace the sole.',
    picture: { emoji: '1f45e', tint: 20 },
    price: 14500,
    attributes: { Material: 'Leather', Height: 'Low', Waterproof: 'No', Sole: 'Leather' },
    options: [
      { name: 'Colour', values: [
        { value: 'Chestnut', code: 'CHE', picture: { hue: 0, tint: 20 } },
        { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 215 } },
      ] },
      sizes(40, 41, 42, 43, 44),
    ],
    stock: [10, 13, 24, 21, 16, 15, 22, 31, 28, 2],
    sold: 342, daysAgo: 228,
    recommends: ['regent-shirt-and-tie', 'aldgate-briefcase', 'atelier-trench-coat'],
    reviews: [
      {
        rating: 5, title: 'Better every month', author: 'William E.', daysAgo: 38,
        body: 'The chestnut has turned a beautiful dark brown. Very comfortable by now.',
      },
      {
        rating: 4, title: 'Proper welted shoe', author: 'Stefan J.', daysAgo: 102,
        body: 'Hard for the first ten days, then they mold to your foot.',
      },
      {
        rating: 5, title: 'Wedding and office', author: 'Amir Q.', daysAgo: 167,
        body: 'Bought for a wedding, now I wear them three days a week.',
      },
    ],
  },
  {
    slug: 'scarlett-pumps', name: 'Scarlett Pumps', sku: 'FAS-SCARL', category: 'heels-flats',
    description: 'Pointed pumps with a slim 9 cm heel and a cushioned insole. The satin finish catches the light without being shiny.',
    picture: { emoji: '1f460', tint: 345 },
    price: 9900,
    attributes: { Material: 'Satin', Heel: 'High', Toe: 'Closed' },
    options: [
      { name: 'Colour', values: [
        { value: 'Scarlet', code: 'SCA', picture: { hue: 0, tint: 345 } },
        { value: 'Emerald', code: 'EME', picture: { hue: 160, tint: 155 } },
        { value: 'Midnight', code: 'MID', picture: { hue: 280, saturation: 0.6, brightness: 0.6, tint: 240 } },
      ] },
      sizes(37, 38, 39, 40),
    ],
    stock: [12, 18, 20, 9, 8, 11, 3, 10, 9, 14, 12, 8],
    sold: 301, daysAgo: 57,
    recommends: ['verbena-midi-dress', 'petal-clasp-purse', 'velour-matte-lipstick'],
    reviews: [
      {
        rating: 5, title: 'Danced until two', author: 'Valeria P.', daysAgo: 13,
        body: 'The cushioned insole is no empty promise. I kept them on all night.',
      },
      {
        rating: 4, title: 'Emerald is gorgeous', author: 'Kate R.', daysAgo: 35,
        body: 'Deep green, exactly as pictured. Slightly long in the toe.',
      },
      { rating: 3, title: 'Pretty, delicate', body: 'Satin marks easily, so I only wear them indoors.', author: 'Fiona B.', daysAgo: 50 },
    ],
  },
  {
    slug: 'corsica-block-mules', name: 'Corsica Block-Heel Mules', sku: 'FAS-CORSI', category: 'heels-flats',
    description:
      'Slip-on summer mules with a steady block heel and a wide suede strap across the foot. Easy to walk in, also on cobblestones.',
    picture: { emoji: '1f461', tint: 25 },
    price: 7900, compareAt: 9500,
    attributes: { Material: 'Suede', Heel: 'Block', Toe: 'Open' },
    options: [
      { name: 'Colour', values: [
        { value: 'Raspberry', code: 'RSP', picture: { hue: 0, tint: 25 } },
        { value: 'Cocoa', code: 'COC', picture: { saturation: 0.45, brightness: 0.75, tint: 30 } },
      ] },
      sizes(36, 37, 38, 39, 40),
    ],
    stock: [9, 16, 21, 18, 10, 11, 14, 1, 13, 8],
    sold: 146, daysAgo: 99,
    recommends: ['riviera-straw-hat', 'palermo-draped-dress', 'sorrento-sunglasses'],
    reviews: [
      {
        rating: 4, title: 'Steady heel', author: 'Irene S.', daysAgo: 44,
        body: 'I walked all over the old town in them without twisting an ankle.',
      },
      {
        rating: 5, title: 'My summer shoe', author: 'Maud T.', daysAgo: 63,
        body: 'Goes with dresses and jeans alike. The suede is very soft.',
      },
    ],
  },
  {
    slug: 'willow-ballet-flats', name: 'Willow Ballet Flats', sku: 'FAS-WILLO', category: 'heels-flats',
    description:
      'Soft leather flats that fold in half and fit in a handbag. A thin rubber sole keeps out the damp, and the edge is ' +
      'elasticated so they stay on.',
    picture: { emoji: '1f97f', tint: 215 },
    price: 6900,
    attributes: { Material: 'Leather', Heel: 'Flat', Toe: 'Closed' },
    options: [
      { name: 'Colour', values: [
        { value: 'Cornflower', code: 'CRN', picture: { hue: 0, tint: 215 } },
        { value: 'Rose', code: 'ROS', picture: { hue: 80, tint: 340 } },
        { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 35 } },
      ] },
      sizes(37, 38, 39, 40),
    ],
    stock: [31, 42, 38, 25, 18, 27, 24, 4, 46, 57, 52, 30],
    sold: 587, daysAgo: 276,
    recommends: ['canal-straight-jeans', 'marlow-handbag', 'pebble-v-neck-blouse'],
    reviews: [
      {
        rating: 5, title: 'Live in my handbag', author: 'Joanna Z.', daysAgo: 30,
        body: 'Heels to the party, these for the way home. They really do fold flat.',
      },
      {
        rating: 4, title: 'Soft from day one', author: 'Lucy H.', daysAgo: 88,
        body: 'No rubbing at the heel. The sole is thin, so not for gravel.',
      },
      { rating: 4, title: 'True to size', body: 'Ordered my usual 39 and they fit like a glove.', author: 'Emine Y.', daysAgo: 151 },
      {
        rating: 1, title: 'Elastic gave up', author: 'Petra L.', daysAgo: 199,
        body: 'After four months the edge went slack and now I walk out of them.',
      },
    ],
  },
  {
    slug: 'cove-flip-flops', name: 'Cove Flip-Flops', sku: 'FAS-COVE', category: 'heels-flats',
    description:
      'Beach sandals with a molded footbed and a soft strap that does not chafe. They float, rinse clean and dry within minutes.',
    picture: { emoji: '1fa74', tint: 45 },
    price: 1990,
    attributes: { Material: 'Recycled foam', Heel: 'Flat', Toe: 'Open' },
    options: [
      { name: 'Colour', values: [
        { value: 'Ocean', code: 'OCE', picture: { hue: 0, tint: 45 } },
        { value: 'Tangerine', code: 'TAN', picture: { hue: 120, tint: 190 } },
        { value: 'Charcoal', code: 'CHA', picture: { saturation: 0.15, brightness: 0.6, tint: 205 } },
      ] },
      sizes(37, 39, 41, 43),
    ],
    stock: [80, 95, 110, 74, 41, 58, 62, 36, 70, 84, 90, 5],
    sold: 893, daysAgo: 150,
    recommends: ['laguna-swimsuit', 'riviera-straw-hat', 'harvest-drawstring-shorts'],
    reviews: [
      {
        rating: 5, title: 'No sore toes', author: 'Bruno C.', daysAgo: 17,
        body: 'The strap is soft between the toes even after a day on the beach.',
      },
      {
        rating: 4, title: 'They float', author: 'Tessa K.', daysAgo: 40,
        body: 'Lost one off the pier and it bobbed right back. Good arch, too.',
      },
      { rating: 3, title: 'Squeaky when wet', body: 'Comfortable, but they squeak on tiles by the pool.', author: 'Ian F.', daysAgo: 77 },
    ],
  },
]
