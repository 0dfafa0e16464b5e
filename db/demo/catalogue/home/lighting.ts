import type { DemoProduct } from '../../types'

export const lighting: DemoProduct[] = [
  {
    slug: 'ember-filament-bulb',
    name: 'Ember Filament Bulb',
    sku: 'HOM-EMBER',
    category: 'lamps-lanterns',
    description:
      'A clear LED bulb with visible filaments and a warm, amber light. It uses 6 watts, dims smoothly and fits standard E26 ' +
      'sockets. At three hours a day it lasts around fifteen years.',
    picture: { emoji: '1f4a1', tint: 46 },
    price: 990,
    attributes: { 'Light color': 'Warm white', Power: 'Mains', Dimmable: 'Yes', Material: 'Glass' },
    options: [
      {
        name: 'Set',
        values: [
          { value: 'Single', code: '1' },
          { value: 'Pack of 3', code: '3', surcharge: 1500 },
          { value: 'Pack of 6', code: '6', surcharge: 3500 },
        ],
      },
    ],
    stock: [120, 84, 40],
    sold: 811,
    daysAgo: 287,
    recommends: ['matsuri-paper-lantern', 'hearth-pillar-candle', 'watchman-flashlight'],
    reviews: [
      {
        rating: 5,
        title: 'Warm, not orange',
        author: 'Uma B.',
        daysAgo: 57,
        body: 'The light is soft and flattering. We replaced every bulb in the dining room.',
      },
      {
        rating: 5,
        title: 'Dims without buzzing',
        author: 'Ada L.',
        daysAgo: 115,
        body: 'Works with my old wall dimmer, down to a faint glow and no hum.',
      },
      {
        rating: 4,
        title: 'Good value in the six-pack',
        author: 'Ines V.',
        daysAgo: 174,
        body: 'All six still work after eight months. The packaging was a bit thin.',
      },
      {
        rating: 1,
        title: 'Arrived broken',
        author: 'Lucia H.',
        daysAgo: 233,
        body: 'One of the three bulbs was in pieces. I got a refund, but I needed it that evening.',
      },
    ],
  },
  {
    slug: 'matsuri-paper-lantern',
    name: 'Matsuri Paper Lantern',
    sku: 'HOM-MATSURI',
    category: 'lamps-lanterns',
    description:
      'A ribbed hanging lantern of mulberry paper over a bamboo frame, closed with dark wooden rings at both ends. It folds ' +
      'flat for storage. Hang it on a cord set with an LED bulb of up to 8 watts.',
    picture: { emoji: '1f3ee', tint: 12 },
    price: 2490,
    attributes: { 'Light color': 'Warm white', Power: 'Mains', Dimmable: 'Depends on bulb', Material: 'Paper' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Red', code: 'RED', picture: { tint: 12 } },
          { value: 'Blue', code: 'BLU', picture: { hue: 228, tint: 232 } },
          { value: 'Jade', code: 'JAD', picture: { hue: 130, saturation: 0.85, tint: 150 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: '30 cm', code: '30' },
          { value: '45 cm', code: '45', surcharge: 1000 },
        ],
      },
    ],
    stock: [55, 31, 24, 16, 4, 20],
    sold: 402,
    daysAgo: 189,
    recommends: ['ember-filament-bulb', 'ballroom-mirror-ball', 'evening-scented-candle'],
    reviews: [
      {
        rating: 5,
        title: 'Beautiful in a row',
        author: 'Stella S.',
        daysAgo: 48,
        body: 'We hung three over the porch table. The glow through the paper is lovely.',
      },
      {
        rating: 4,
        title: 'Easy to put up',
        author: 'Zoe F.',
        daysAgo: 100,
        body: 'It opens like an accordion and holds its shape. A cord set would be nice in the box.',
      },
      { rating: 4, title: 'Rich red', body: 'The red is deep rather than bright, which I prefer.', author: 'Felix P.', daysAgo: 151 },
    ],
  },
  {
    slug: 'ballroom-mirror-ball',
    name: 'Ballroom Mirror Ball',
    sku: 'HOM-BALLROOM',
    category: 'lamps-lanterns',
    description:
      'A 30 cm mirror ball covered in hand-set glass tiles, with a quiet motor that turns once a minute. Point any spotlight ' +
      'at it and the whole room fills with moving dots. The hanging chain is one meter long.',
    picture: { emoji: '1faa9', tint: 285 },
    price: 5950,
    compareAt: 7500,
    attributes: { 'Light color': 'None built in', Power: 'Mains', Dimmable: 'No', Material: 'Glass' },
    stock: [27],
    sold: 118,
    daysAgo: 64,
    recommends: ['matsuri-paper-lantern', 'ember-filament-bulb'],
    reviews: [
      {
        rating: 5,
        title: 'Instant dance floor',
        author: 'Nikhil C.',
        daysAgo: 12,
        body: 'Used it for a 40th birthday. A small flashlight was enough to fill the whole basement.',
      },
      {
        rating: 4,
        title: 'Motor is quiet',
        author: 'Ruth M.',
        daysAgo: 52,
        body: 'You hear nothing over even soft music. The chain is a little thin, but it holds.',
      },
    ],
  },
  {
    slug: 'watchman-flashlight',
    name: 'Watchman Flashlight',
    sku: 'HOM-WATCHMAN',
    category: 'lamps-lanterns',
    alsoIn: ['camping-hiking'],
    description:
      'An aluminum flashlight for the kitchen drawer, the car or the tent. It has a wide beam of 400 lumens, a low mode that ' +
      'runs for 60 hours, and a charging port under a rubber cap. Splash-proof and good for a drop from table height.',
    picture: { emoji: '1f526', tint: 55 },
    price: 3495,
    attributes: { 'Light color': 'Cool white', Power: 'Rechargeable', Dimmable: 'Yes', Material: 'Aluminum' },
    stock: [72],
    sold: 563,
    daysAgo: 221,
    recommends: ['ember-filament-bulb', 'hearth-pillar-candle', 'clay-diya-oil-lamp'],
    reviews: [
      {
        rating: 5,
        title: 'Saved us in the blackout',
        author: 'Ben W.',
        daysAgo: 35,
        body: 'Two evenings without power and it was still going on low.',
      },
      {
        rating: 5,
        title: 'Wide, even beam',
        author: 'Emil K.',
        daysAgo: 80,
        body: 'No dark ring in the middle. Great for walking the dog.',
      },
      {
        rating: 3,
        title: 'Cap is fiddly',
        author: 'Kira T.',
        daysAgo: 125,
        body: 'Good light, but the rubber cap over the port is hard to open with cold hands.',
      },
      {
        rating: 4,
        title: 'Very tough',
        author: 'Samir G.',
        daysAgo: 196,
        body: 'It has rolled off the workbench twice and only has a small scratch.',
      },
    ],
  },
  {
    slug: 'hearth-pillar-candle',
    name: 'Hearth Pillar Candle',
    sku: 'HOM-HEARTH',
    category: 'candles',
    description:
      'An unscented pillar candle of pure stearin from plant oils. It burns with a calm, bright flame and hardly drips. The ' +
      'wick is lead-free cotton.',
    picture: { emoji: '1f56f-fe0f', tint: 32 },
    price: 790,
    attributes: { Wax: 'Stearin', Scent: 'Unscented', Diameter: '7 cm' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '10 cm tall', code: '10' },
          { value: '15 cm tall', code: '15', surcharge: 300 },
          { value: '20 cm tall', code: '20', surcharge: 700 },
        ],
      },
    ],
    stock: [90, 75, 48],
    sold: 694,
    daysAgo: 356,
    recommends: ['evening-scented-candle', 'clay-diya-oil-lamp', 'ember-filament-bulb'],
    reviews: [
      {
        rating: 5,
        title: 'Burns clean',
        author: 'Will R.',
        daysAgo: 73,
        body: 'No soot on the ceiling and almost no drips. We go through a dozen every winter.',
      },
      {
        rating: 4,
        title: 'Long lasting',
        author: 'Grace D.',
        daysAgo: 170,
        body: 'The tall one lasted nine evenings. It tunnels a little if you put it out too soon.',
      },
      {
        rating: 4,
        title: 'Exactly what I wanted',
        author: 'Joy N.',
        daysAgo: 267,
        body: 'No scent at all, so it works at the dinner table.',
      },
    ],
  },
  {
    slug: 'evening-scented-candle',
    name: 'Evening Scented Candle',
    sku: 'HOM-EVENING',
    category: 'candles',
    description:
      'A scented candle of soy wax and a little beeswax, tinted to match its fragrance. The scent is light enough for a ' +
      'bedroom and reaches across an average room in about twenty minutes. Burns for around 30 hours.',
    picture: { emoji: '1f56f-fe0f', hue: 235, saturation: 1.5, tint: 268 },
    price: 1650,
    attributes: { Wax: 'Soy and beeswax', Scent: 'Scented', Diameter: '8 cm' },
    options: [
      {
        name: 'Scent',
        values: [
          { value: 'Lavender', code: 'LAV', picture: { hue: 235, tint: 268 } },
          { value: 'Cedar', code: 'CED', picture: { hue: 345, brightness: 0.8, tint: 18 } },
          { value: 'Fig', code: 'FIG', picture: { hue: 85, saturation: 1.4, tint: 115 } },
          { value: 'Sea salt', code: 'SEA', picture: { hue: 170, tint: 195 } },
        ],
      },
    ],
    stock: [44, 36, 0, 29],
    sold: 327,
    daysAgo: 118,
    recommends: ['hearth-pillar-candle', 'clay-diya-oil-lamp', 'matsuri-paper-lantern'],
    reviews: [
      {
        rating: 5,
        title: 'Gentle lavender',
        author: 'Paul B.',
        daysAgo: 21,
        body: 'It smells like the plant and not like soap. I light it an hour before bed.',
      },
      {
        rating: 4,
        title: 'Nice, but subtle',
        author: 'Xavier L.',
        daysAgo: 45,
        body: 'The cedar is lovely up close. In our open living room you barely notice it.',
      },
      { rating: 4, title: 'Good gift', body: 'Gave the fig one to a colleague, who ordered two more.', author: 'Dmitri V.', daysAgo: 68 },
      {
        rating: 3,
        title: 'Uneven burn',
        author: 'Liam H.',
        daysAgo: 92,
        body: 'One side melted faster than the other. The fragrance itself is great.',
      },
    ],
  },
  {
    slug: 'clay-diya-oil-lamp',
    name: 'Clay Diya Oil Lamp',
    sku: 'HOM-DIYA',
    category: 'candles',
    description:
      'A small hand-painted oil lamp of fired terracotta, glazed on the inside. Fill it with lamp oil or ghee, add a cotton ' +
      'wick and it burns for about four hours. Ten wicks are included.',
    picture: { emoji: '1fa94', tint: 350 },
    price: 1200,
    attributes: { Wax: 'Lamp oil', Scent: 'Unscented', Diameter: '9 cm' },
    stock: [3],
    sold: 156,
    daysAgo: 31,
    recommends: ['hearth-pillar-candle', 'evening-scented-candle', 'matsuri-paper-lantern'],
    reviews: [
      {
        rating: 5,
        title: 'Carefully painted',
        author: 'Owen S.',
        daysAgo: 10,
        body: 'Every dot is done by hand. We set eight of them along the steps for Diwali.',
      },
      {
        rating: 4,
        title: 'Stable on the table',
        author: 'Walt F.',
        daysAgo: 21,
        body: 'The flat base makes it safe. Buy extra wicks, ten are gone quickly.',
      },
    ],
  },
]
