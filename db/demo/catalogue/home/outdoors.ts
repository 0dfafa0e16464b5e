import type { DemoProduct } from '../../types'

export const outdoors: DemoProduct[] = [
  {
    slug: 'fern-trail-tent',
    name: 'Fern Trail Tent',
    sku: 'OUT-FERN',
    category: 'camping-hiking',
    description:
      'A light tent with two entrances that pitches in about five minutes, even alone. The outer sheet of ripstop nylon ' +
      'stands up to 3,000 mm of rain, and large mesh panels keep the air moving on warm nights. It packs down to the size of ' +
      'a loaf of bread.',
    picture: { emoji: '26fa', tint: 135 },
    price: 18900,
    attributes: { Material: 'Ripstop nylon', Season: 'Three seasons', Waterproof: 'Yes', Use: 'Trekking' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Fern', code: 'FRN', picture: { tint: 135 } },
          { value: 'Lake', code: 'LAK', picture: { hue: 90, tint: 210 } },
          { value: 'Ember', code: 'EMB', picture: { hue: 260, tint: 20 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Two people', code: '2P' },
          { value: 'Three people', code: '3P', surcharge: 5000 },
        ],
      },
    ],
    stock: [22, 14, 18, 3, 12, 9],
    featured: true,
    sold: 297,
    daysAgo: 71,
    recommends: ['larkspur-daypack', 'scree-hiking-boot', 'meridian-compass'],
    reviews: [
      {
        rating: 5,
        title: 'Dry in a downpour',
        author: 'Jamal K.',
        daysAgo: 6,
        body: 'It rained all night in the mountains and not a drop came in.',
      },
      {
        rating: 5,
        title: 'Up in five minutes',
        author: 'Rosa T.',
        daysAgo: 17,
        body: 'I timed it. The color-coded poles make it hard to get wrong.',
      },
      {
        rating: 4,
        title: 'Roomy for two',
        author: 'Vera G.',
        daysAgo: 35,
        body: 'Space for two mats and the packs in the porch. The pegs are a bit thin.',
      },
      { rating: 5, title: 'Cool on hot nights', body: 'The mesh makes all the difference in July.', author: 'Frank R.', daysAgo: 46 },
      { rating: 3, title: 'Tight bag', body: 'Good tent, but getting it back in the bag takes patience.', author: 'Ivan D.', daysAgo: 58 },
    ],
  },
  {
    slug: 'meridian-compass',
    name: 'Meridian Pocket Compass',
    sku: 'OUT-MERIDIAN',
    category: 'camping-hiking',
    description:
      'A pocket compass in a brass-colored aluminum case with a ring for a cord. The needle floats in oil, settles in two ' +
      'seconds and glows faintly in the dark. Accurate to two degrees.',
    picture: { emoji: '1f9ed', tint: 44 },
    price: 2950,
    attributes: { Material: 'Aluminum', Season: 'All seasons', Waterproof: 'Yes', Use: 'Hiking' },
    stock: [46],
    sold: 187,
    daysAgo: 308,
    recommends: ['larkspur-daypack', 'fern-trail-tent', 'scree-hiking-boot'],
    reviews: [
      { rating: 5, title: 'Settles quickly', body: 'The needle is calm in a moment, even while walking.', author: 'Opal N.', daysAgo: 80 },
      {
        rating: 4,
        title: 'Handsome little thing',
        author: 'Wendy B.',
        daysAgo: 164,
        body: 'Bought it for my nephew, who now leads every hike.',
      },
      { rating: 3, title: 'Readable at dusk', body: 'The glow is weak, just enough to find north.', author: 'Claire L.', daysAgo: 248 },
    ],
  },
  {
    slug: 'larkspur-daypack',
    name: 'Larkspur Daypack',
    sku: 'OUT-LARKSPUR',
    category: 'camping-hiking',
    description:
      'A daypack with a padded back, a chest strap and a large front pocket for the things you need often. The fabric is ' +
      'woven from recycled polyester and coated against rain. A sleeve inside holds a laptop or a two-liter water bladder.',
    picture: { emoji: '1f392', tint: 342 },
    price: 6500,
    attributes: { Material: 'Recycled polyester', Season: 'All seasons', Waterproof: 'Water-repellent', Use: 'Hiking' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Berry', code: 'BER', picture: { tint: 342 } },
          { value: 'Pine', code: 'PIN', picture: { hue: 165, saturation: 0.8, tint: 155 } },
          { value: 'Ocean', code: 'OCE', picture: { hue: 230, tint: 215 } },
          { value: 'Charcoal', code: 'CHA', picture: { saturation: 0.12, brightness: 0.7, tint: 220 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '18 liters', code: '18' },
          { value: '25 liters', code: '25', surcharge: 1500 },
        ],
      },
    ],
    stock: [40, 26, 33, 19, 28, 0, 16, 21],
    sold: 619,
    daysAgo: 157,
    recommends: ['scree-hiking-boot', 'fern-trail-tent', 'canal-city-bike', 'meridian-compass'],
    reviews: [
      { rating: 5, title: 'Carries well', body: 'Ten kilos and no sore shoulders after a full day.', author: 'Keiko V.', daysAgo: 16 },
      {
        rating: 4,
        title: 'Office and trail',
        author: 'Nadia H.',
        daysAgo: 66,
        body: 'Laptop during the week, lunch and rain jacket on Sunday.',
      },
      {
        rating: 4,
        title: 'Good pockets',
        author: 'Vivian S.',
        daysAgo: 98,
        body: 'Everything has its place. The side pockets are tight for a wide bottle.',
      },
      { rating: 4, title: 'Bright berry', body: 'A happy color, easy to spot in a pile of luggage.', author: 'Bridget F.', daysAgo: 130 },
    ],
  },
  {
    slug: 'scree-hiking-boot',
    name: 'Scree Hiking Boot',
    sku: 'OUT-SCREE',
    category: 'camping-hiking',
    description:
      'An ankle-high boot of waxed nubuck leather with a deep-lugged rubber sole. A waterproof membrane keeps puddles out, ' +
      'and the wide toe box leaves room on long descents. The sole can be replaced.',
    picture: { emoji: '1f97e', tint: 36 },
    price: 13900,
    attributes: { Material: 'Nubuck leather', Season: 'Three seasons', Waterproof: 'Yes', Use: 'Hiking' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Honey', code: 'HON', picture: { tint: 36 } },
          { value: 'Slate', code: 'SLA', picture: { saturation: 0.15, brightness: 0.8, tint: 215 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'EU 38', code: '38' },
          { value: 'EU 39', code: '39' },
          { value: 'EU 40', code: '40' },
          { value: 'EU 41', code: '41' },
          { value: 'EU 42', code: '42' },
          { value: 'EU 43', code: '43' },
        ],
      },
    ],
    stock: [9, 15, 22, 18, 4, 12, 0, 14, 19, 7, 0, 11],
    notMade: [['Slate', 'EU 38']],
    sold: 364,
    daysAgo: 236,
    recommends: ['larkspur-daypack', 'fern-trail-tent', 'meridian-compass'],
    reviews: [
      {
        rating: 5,
        title: 'No blisters',
        author: 'Hugo P.',
        daysAgo: 19,
        body: 'Wore them straight out of the box for 18 kilometers. Nothing.',
      },
      {
        rating: 4,
        title: 'Dry feet',
        author: 'Pedro C.',
        daysAgo: 79,
        body: 'Stood in a stream and stayed dry. They are warm in high summer.',
      },
      { rating: 4, title: 'Room for toes', body: 'Going downhill no longer hurts.', author: 'Theo M.', daysAgo: 118 },
      {
        rating: 1,
        title: 'Sole came loose',
        author: 'Derek W.',
        daysAgo: 156,
        body: 'The front edge opened after two months. I sent them back.',
      },
      { rating: 4, title: 'Runs slightly large', body: 'I went half a size down with thin socks.', author: 'Greg K.', daysAgo: 195 },
    ],
  },
  {
    slug: 'canal-city-bike',
    name: 'Canal City Bike',
    sku: 'OUT-CANAL',
    category: 'bikes-boards',
    description:
      'An upright bicycle for errands and commutes, with a low step, seven hub gears and a chain guard. The steel frame rides ' +
      'softly over cobbles. Lights run off the front hub, so there is nothing to charge.',
    picture: { emoji: '1f6b2', tint: 350 },
    price: 57900,
    attributes: { Material: 'Steel', Wheels: '28 in', Age: 'Adults', Brakes: 'Hand brakes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Rosehip', code: 'ROS', picture: { tint: 350 } },
          { value: 'Teal', code: 'TEA', picture: { hue: 200, saturation: 0.8, tint: 185 } },
          { value: 'Fern green', code: 'FRN', picture: { hue: 140, saturation: 0.85, tint: 130 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'S', code: 'S' },
          { value: 'M', code: 'M' },
          { value: 'L', code: 'L' },
        ],
      },
    ],
    stock: [8, 13, 10, 9, 15, 2, 6, 11, 8],
    sold: 158,
    daysAgo: 114,
    recommends: ['zip-kick-scooter', 'rink-roller-skates', 'larkspur-daypack'],
    reviews: [
      {
        rating: 5,
        title: 'So comfortable',
        author: 'Maya T.',
        daysAgo: 20,
        body: 'Upright, quiet and smooth. I take the long way home now.',
      },
      { rating: 5, title: 'Lights always work', body: 'No batteries, no forgetting. Perfect in November.', author: 'Uma G.', daysAgo: 43 },
      {
        rating: 4,
        title: 'Well set up',
        author: 'Ada R.',
        daysAgo: 66,
        body: 'Brakes and gears were adjusted, I only had to turn the handlebar. It is not light.',
      },
      {
        rating: 4,
        title: 'Pretty frame',
        author: 'Ines D.',
        daysAgo: 89,
        body: 'I get compliments at every red light. A rack would be nice.',
      },
    ],
  },
  {
    slug: 'zip-kick-scooter',
    name: 'Zip Kick Scooter',
    sku: 'OUT-ZIP',
    category: 'bikes-boards',
    description:
      'A folding kick scooter with an aluminum deck, 20 cm wheels and a foot brake at the back. The handlebar adjusts from 77 ' +
      'to 100 cm, so it grows along. Folds in two seconds and hangs over the shoulder by its strap.',
    picture: { emoji: '1f6f4', tint: 192 },
    price: 8950,
    compareAt: 10950,
    attributes: { Material: 'Aluminum', Wheels: '20 cm', Age: 'From 8 years', Brakes: 'Foot brake' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sky', code: 'SKY', picture: { tint: 192 } },
          { value: 'Lime', code: 'LIM', picture: { hue: 250, tint: 90 } },
          { value: 'Pink', code: 'PNK', picture: { hue: 115, tint: 325 } },
        ],
      },
    ],
    stock: [35, 24, 17],
    sold: 476,
    daysAgo: 169,
    recommends: ['canal-city-bike', 'cellar-door-skateboard', 'rink-roller-skates'],
    reviews: [
      { rating: 5, title: 'School run solved', body: 'We both have one now and arrive in half the time.', author: 'Lucia N.', daysAgo: 30 },
      {
        rating: 4,
        title: 'Rolls a long way',
        author: 'Stella B.',
        daysAgo: 64,
        body: 'Big wheels make a difference on rough sidewalks. The brake is loud.',
      },
      { rating: 4, title: 'Folds fast', body: 'Under the desk in two seconds. The strap could be wider.', author: 'Zoe L.', daysAgo: 98 },
      {
        rating: 3,
        title: 'Rattles a little',
        author: 'Felix V.',
        daysAgo: 132,
        body: 'The folding joint rattles on cobbles after a few weeks.',
      },
    ],
  },
  {
    slug: 'cellar-door-skateboard',
    name: 'Cellar Door Skateboard',
    sku: 'OUT-CELLAR',
    category: 'bikes-boards',
    description:
      'A complete skateboard with a seven-ply maple deck, ready to ride. The trucks are cast aluminum and the wheels are 53 ' +
      'mm, hard enough for tricks and smooth enough for the street. The grip tape is already on.',
    picture: { emoji: '1f6f9', tint: 270 },
    price: 7990,
    attributes: { Material: 'Maple', Wheels: '53 mm', Age: 'From 8 years', Brakes: 'None' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '7.75 in', code: '775' },
          { value: '8.0 in', code: '80' },
          { value: '8.25 in', code: '825', surcharge: 300 },
        ],
      },
    ],
    stock: [27, 32, 20],
    sold: 223,
    daysAgo: 86,
    recommends: ['rink-roller-skates', 'zip-kick-scooter'],
    reviews: [
      { rating: 5, title: 'Good pop', body: 'Great deck for the price. Landed my first kickflip on it.', author: 'Nikhil H.', daysAgo: 19 },
      {
        rating: 4,
        title: 'Bearings are decent',
        author: 'Ruth S.',
        daysAgo: 42,
        body: 'Rolls well out of the box. I tightened the trucks a little.',
      },
      {
        rating: 5,
        title: 'My son is happy',
        author: 'Ben F.',
        daysAgo: 65,
        body: 'He skates every day after school and the board still looks good.',
      },
    ],
  },
  {
    slug: 'rink-roller-skates',
    name: 'Rink Roller Skates',
    sku: 'OUT-RINK',
    category: 'bikes-boards',
    description:
      'High-top roller skates with four soft wheels each, for rinks and smooth paths. The padded boot supports the ankle, and ' +
      'the toe stop can be adjusted in height. Bearings and wheels are standard sizes, so you can swap them.',
    picture: { emoji: '1f6fc', tint: 355 },
    price: 9900,
    attributes: { Material: 'Synthetic leather', Wheels: '58 mm', Age: 'Adults', Brakes: 'Toe stop' },
    options: [
      {
        name: 'Size',
        values: [
          { value: 'EU 37', code: '37' },
          { value: 'EU 38', code: '38' },
          { value: 'EU 39', code: '39' },
          { value: 'EU 40', code: '40' },
          { value: 'EU 41', code: '41' },
        ],
      },
    ],
    stock: [12, 18, 23, 5, 16],
    sold: 202,
    daysAgo: 24,
    recommends: ['cellar-door-skateboard', 'zip-kick-scooter', 'canal-city-bike'],
    reviews: [
      {
        rating: 5,
        title: 'Smooth wheels',
        author: 'Emil P.',
        daysAgo: 8,
        body: 'They glide over our bumpy bike path. I feel fourteen again.',
      },
      { rating: 4, title: 'Firm ankle', body: 'Great support. The laces are too short for the top hooks.', author: 'Kira C.', daysAgo: 17 },
    ],
  },
]
