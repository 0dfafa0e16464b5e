import type { DemoProduct } from '../../types'
import { letters } from './sizes'

export const coatsAndKnits: DemoProduct[] = [
  {
    slug: 'atelier-trench-coat',
    name: 'Atelier Trench Coat',
    sku: 'FAS-ATELI',
    category: 'coats-jackets',
    description:
      'A knee-length trench in tightly woven cotton gabardine with broad lapels and a button-through front. Showers roll off, and ' +
      'a half lining keeps it light. Two inside pockets.',
    picture: { emoji: '1f9e5', tint: 32 },
    price: 18900,
    attributes: { Material: 'Cotton', Season: 'Spring & fall', Length: 'Knee', Lining: 'Half' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Camel', code: 'CML', picture: { hue: 0, tint: 32 } },
          { value: 'Stone', code: 'STO', picture: { saturation: 0.2, tint: 210 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [11, 21, 19, 9, 8, 16, 13, 2],
    sold: 223,
    daysAgo: 52,
    recommends: ['carmine-heeled-boots', 'marlow-handbag', 'downpour-stick-umbrella'],
    reviews: [
      {
        rating: 5,
        title: 'Timeless and light',
        author: 'Helene C.',
        daysAgo: 12,
        body: 'I wear it from March to June. The collar stands up nicely against the wind.',
      },
      {
        rating: 4,
        title: 'Handles a shower',
        author: 'Roger M.',
        daysAgo: 26,
        body: 'Twenty minutes of drizzle were no problem; a downpour would be.',
      },
      {
        rating: 4,
        title: 'Roomy over a blazer',
        author: 'Tamara S.',
        daysAgo: 43,
        body: 'Cut generously enough for layers. Sleeves are slightly long on me.',
      },
    ],
  },
  {
    slug: 'lindgren-wool-coat',
    name: 'Lindgren Wool Coat',
    sku: 'FAS-LINDG',
    category: 'coats-jackets',
    description:
      'A warm winter coat of brushed wool with a smooth full lining. Three buttons, two slanted pockets and a collar that closes ' +
      'up to the chin.',
    picture: { emoji: '1f9e5', tint: 265, hue: 200, saturation: 0.45, brightness: 0.6 },
    price: 24900,
    compareAt: 29900,
    attributes: { Material: 'Wool', Season: 'Winter', Length: 'Knee', Lining: 'Full' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Dusk blue', code: 'DSK', picture: { hue: 200, saturation: 0.45, brightness: 0.6, tint: 265 } },
          { value: 'Charcoal', code: 'CHA', picture: { hue: 0, saturation: 0.1, brightness: 0.45, tint: 45 } },
          { value: 'Heather rose', code: 'ROS', picture: { hue: 290, saturation: 0.6, brightness: 0.85, tint: 335 } },
        ],
      },
      letters('S', 'M', 'L'),
    ],
    stock: [8, 17, 12, 14, 23, 18, 9, 4, 10],
    sold: 138,
    daysAgo: 235,
    recommends: ['fjord-wool-scarf', 'hearth-knit-gloves', 'tundra-winter-boots'],
    reviews: [
      {
        rating: 5,
        title: 'Worth every cent',
        author: 'Karin B.',
        daysAgo: 180,
        body: 'Warm without being heavy. The lining slides over any sweater.',
      },
      { rating: 5, title: 'Beautiful blue', body: 'A soft gray-blue that goes with everything I own.', author: 'Noemi V.', daysAgo: 199 },
      { rating: 3, title: 'Attracts lint', body: 'I brush it every week. Otherwise a very good coat.', author: 'Frank O.', daysAgo: 216 },
    ],
  },
  {
    slug: 'dawn-running-vest',
    name: 'Dawn Reflective Vest',
    sku: 'FAS-DAWN',
    category: 'coats-jackets',
    description:
      'A sleeveless layer for running and cycling in the dark. Broad reflective bands show you from all sides, and the ripstop ' +
      'shell breaks the wind. It packs into its own pocket.',
    picture: { emoji: '1f9ba', tint: 200 },
    price: 3990,
    attributes: { Material: 'Ripstop nylon', Season: 'All year', Length: 'Hip', Lining: 'None' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Signal orange', code: 'ORG', picture: { hue: 0, tint: 200 } },
          { value: 'Signal pink', code: 'PNK', picture: { hue: 320, tint: 180 } },
        ],
      },
      letters('S', 'M', 'L', 'XL'),
    ],
    stock: [18, 30, 27, 14, 10, 16, 12, 5],
    sold: 207,
    daysAgo: 293,
    recommends: ['tempo-running-shoes', 'sprinter-ankle-socks', 'comet-cap'],
    reviews: [
      {
        rating: 5,
        title: 'Cars slow down',
        author: 'Peter N.',
        daysAgo: 140,
        body: 'I commute before sunrise and feel a lot safer with it.',
      },
      {
        rating: 4,
        title: 'Packs tiny',
        author: 'Silvia R.',
        daysAgo: 222,
        body: 'Fits in a bike bag next to the pump. Zipper is a bit small for gloves.',
      },
    ],
  },
  {
    slug: 'fjord-wool-scarf',
    name: 'Fjord Wool Scarf',
    sku: 'FAS-FJORD',
    category: 'scarves-gloves-socks',
    description:
      'A long, dense scarf knitted from soft lambswool with a short fringe. Wide enough to cover the shoulders, and warm without ' + 'scratching.',
    picture: { emoji: '1f9e3', tint: 350 },
    price: 4900,
    attributes: { Material: 'Wool', Warmth: 'Very warm', Care: 'Hand wash' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Lingonberry', code: 'LIN', picture: { hue: 0, tint: 350 } },
          { value: 'Spruce', code: 'SPR', picture: { hue: 150, saturation: 0.75, tint: 150 } },
          { value: 'Glacier', code: 'GLA', picture: { hue: 210, saturation: 0.8, tint: 200 } },
          { value: 'Ash', code: 'ASH', picture: { saturation: 0.12, brightness: 1.2, tint: 30 } },
        ],
      },
    ],
    stock: [64, 37, 42, 3],
    sold: 498,
    daysAgo: 259,
    recommends: ['hearth-knit-gloves', 'lindgren-wool-coat', 'trailmark-socks'],
    reviews: [
      {
        rating: 5,
        title: 'Does not itch',
        author: 'Sigrid T.',
        daysAgo: 94,
        body: 'I usually cannot wear wool at the neck. This one I forget about.',
      },
      { rating: 5, title: 'Huge and cozy', body: 'On the train it doubles as a blanket.', author: 'Maeve D.', daysAgo: 172 },
      {
        rating: 4,
        title: 'Deep red',
        author: 'Oskar L.',
        daysAgo: 233,
        body: 'The lingonberry brightens up every dark coat. It shed a little at first.',
      },
    ],
  },
  {
    slug: 'hearth-knit-gloves',
    name: 'Hearth Knit Gloves',
    sku: 'FAS-HEART',
    category: 'scarves-gloves-socks',
    description:
      'Ribbed gloves in a merino blend with conductive thread in both index fingers, so you can use a phone. The long cuff tucks ' +
      'into the sleeve.',
    picture: { emoji: '1f9e4', tint: 275 },
    price: 2990,
    attributes: { Material: 'Merino', Warmth: 'Warm', Care: 'Hand wash' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Heather', code: 'HEA', picture: { hue: 0, tint: 275 } },
          { value: 'Moss', code: 'MOS', picture: { hue: 160, saturation: 0.7, tint: 95 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.5, tint: 20 } },
        ],
      },
      letters('S', 'M', 'L'),
    ],
    stock: [20, 33, 18, 12, 25, 9, 31, 47, 1],
    sold: 319,
    daysAgo: 283,
    recommends: ['fjord-wool-scarf', 'lindgren-wool-coat', 'frostline-ice-skates'],
    reviews: [
      { rating: 4, title: 'Phone works', body: 'Typing is slow but maps and calls are no problem.', author: 'Zoe A.', daysAgo: 155 },
      { rating: 5, title: 'Warm and slim', body: 'They fit under ski gloves on very cold days.', author: 'Matteo G.', daysAgo: 204 },
      {
        rating: 2,
        title: 'Hole in the thumb',
        author: 'Janet K.',
        daysAgo: 240,
        body: 'The seam at the thumb opened after six weeks of daily use.',
      },
    ],
  },
  {
    slug: 'trailmark-socks',
    name: 'Trailmark Hiking Socks',
    sku: 'FAS-TRAIL',
    category: 'scarves-gloves-socks',
    description:
      'Calf-high socks in merino and nylon, padded at the heel and toe where boots rub. They dry fast and stay fresh for more than ' + 'one day.',
    picture: { emoji: '1f9e6', tint: 140 },
    price: 1890,
    attributes: { Material: 'Merino', Warmth: 'Warm', Care: 'Machine wash' },
    options: [
      {
        name: 'Size',
        values: [
          { value: 'EU 36–38', code: '36' },
          { value: 'EU 39–41', code: '39' },
          { value: 'EU 42–44', code: '42' },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: '1 pair', code: '1P' },
          { value: '3 pairs', code: '3P', surcharge: 3200 },
        ],
      },
    ],
    stock: [72, 30, 96, 41, 85, 28],
    sold: 655,
    daysAgo: 215,
    recommends: ['ridgeline-hiking-boots', 'fjord-wool-scarf', 'orchard-backpack'],
    reviews: [
      {
        rating: 5,
        title: 'No blisters in five days',
        author: 'Urs W.',
        daysAgo: 31,
        body: 'Hut to hut in the Alps with two pairs. They did not even smell.',
      },
      {
        rating: 5,
        title: 'The padding matters',
        author: 'Katya E.',
        daysAgo: 98,
        body: 'Heel and toe are thick, the rest is thin. Just right in my boots.',
      },
      { rating: 4, title: 'Cheerful green', body: 'Good socks. The three-pair set is the better deal.', author: 'Ned H.', daysAgo: 144 },
    ],
  },
  {
    slug: 'sprinter-ankle-socks',
    name: 'Sprinter Sport Socks',
    sku: 'FAS-SPRIN',
    category: 'scarves-gloves-socks',
    description:
      'Thin, breathable cotton socks with a mesh panel over the foot and a snug band at the arch. The heel and toe are reinforced ' +
      'in a contrasting color.',
    picture: { emoji: '1f9e6', tint: 20, hue: 280 },
    price: 990,
    compareAt: 1290,
    attributes: { Material: 'Cotton', Warmth: 'Light', Care: 'Machine wash' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Apricot', code: 'APR', picture: { hue: 280, tint: 20 } },
          { value: 'Candy', code: 'CAN', picture: { hue: 200, tint: 325 } },
          { value: 'Gray', code: 'GRY', picture: { hue: 0, saturation: 0.15, tint: 205 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'EU 36–39', code: '36' },
          { value: 'EU 40–43', code: '40' },
        ],
      },
    ],
    stock: [60, 74, 38, 29, 81, 4],
    sold: 420,
    daysAgo: 69,
    recommends: ['tempo-running-shoes', 'dawn-running-vest', 'meadow-crew-tee'],
    reviews: [
      {
        rating: 4,
        title: 'Airy in summer',
        author: 'Ivo P.',
        daysAgo: 18,
        body: 'The mesh does help. My feet stay much cooler on the treadmill.',
      },
      { rating: 3, title: 'A bit thin', body: 'Fine for the gym. On long runs I prefer more cushioning.', author: 'Dana M.', daysAgo: 37 },
    ],
  },
]
