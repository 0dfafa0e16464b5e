import type { DemoProduct } from '../../types'

export const eyewearAndJewelry: DemoProduct[] = [
  {
    slug: 'folio-screen-glasses',
    name: 'Folio Screen Glasses',
    sku: 'FAS-FOLIO',
    category: 'eyewear',
    description:
      'Plano glasses for long days at a screen, with an anti-reflective coating that filters part of the blue light, and with ' +
      'spring hinges. The acetate frame is light and does not press on the nose. A felt sleeve is included.',
    picture: { emoji: '1f453', tint: 35, saturation: 0.2 },
    price: 3490,
    attributes: { Frame: 'Acetate', Lens: 'Clear', 'UV protection': 'UV380' },
    stock: [42],
    sold: 269,
    daysAgo: 206,
    recommends: ['sorrento-sunglasses', 'aldgate-briefcase', 'meridian-watch'],
    reviews: [
      {
        rating: 5,
        title: 'Eyes feel rested',
        author: 'Gerda F.',
        daysAgo: 48,
        body: 'So light that I forget them on my nose, and I have fewer headaches after work.',
      },
      {
        rating: 4,
        title: 'Sharp lenses',
        author: 'Norman W.',
        daysAgo: 137,
        body: 'No reflections from the lamp in video calls. The sleeve could be stiffer.',
      },
    ],
  },
  {
    slug: 'sorrento-sunglasses',
    name: 'Sorrento Sunglasses',
    sku: 'FAS-SORRE',
    category: 'eyewear',
    description:
      'Rounded sunglasses with polarized lenses that take the glare off water and wet roads. The frame is made of bio-based ' +
      'acetate with five-barrel hinges.',
    picture: { emoji: '1f576-fe0f', tint: 48 },
    price: 7900,
    attributes: { Frame: 'Acetate', Lens: 'Polarized', 'UV protection': 'UV400' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Aubergine', code: 'AUB', picture: { hue: 0, tint: 48 } },
          { value: 'Tortoise', code: 'TOR', picture: { hue: 120, tint: 28 } },
          { value: 'Bottle green', code: 'GRN', picture: { hue: 200, tint: 110 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.15, brightness: 0.6, tint: 200 } },
        ],
      },
    ],
    stock: [28, 36, 4, 61],
    sold: 517,
    daysAgo: 60,
    recommends: ['riviera-straw-hat', 'laguna-swimsuit', 'harbor-cabin-suitcase'],
    reviews: [
      { rating: 5, title: 'Great for driving', body: 'Wet road, low sun, and I could see everything.', author: 'Antonio B.', daysAgo: 7 },
      {
        rating: 5,
        title: 'Solid hinges',
        author: 'Selma D.',
        daysAgo: 24,
        body: 'They open with a bit of resistance and sit firmly. The tortoise is very pretty.',
      },
      {
        rating: 4,
        title: 'Suit a small face',
        author: 'Ping L.',
        daysAgo: 45,
        body: 'Many glasses are too wide for me; these are just right.',
      },
    ],
  },
  {
    slug: 'summit-snow-goggles',
    name: 'Summit Snow Goggles',
    sku: 'FAS-SUMMI',
    category: 'eyewear',
    description:
      'Wide-view goggles with a double lens that does not fog, soft face foam and a strap that grips a helmet. They also fit over ' + 'most glasses.',
    picture: { emoji: '1f97d', tint: 215 },
    price: 8900,
    compareAt: 10900,
    attributes: { Frame: 'Flexible plastic', Lens: 'Mirrored', 'UV protection': 'UV400' },
    stock: [0],
    sold: 154,
    daysAgo: 317,
    recommends: ['hearth-knit-gloves', 'fjord-wool-scarf', 'frostline-ice-skates'],
    reviews: [
      {
        rating: 5,
        title: 'No fog at all',
        author: 'Lukas F.',
        daysAgo: 230,
        body: 'A whole day of snowfall and I never had to wipe the inside.',
      },
      { rating: 4, title: 'Fit over glasses', body: 'A tight squeeze with my frames, but it works.', author: 'Marion T.', daysAgo: 251 },
      {
        rating: 3,
        title: 'Dark on gray days',
        author: 'Pavel Z.',
        daysAgo: 268,
        body: 'In full sun wonderful, in flat light I would like a paler lens.',
      },
    ],
  },
  {
    slug: 'lumen-stone-ring',
    name: 'Lumen Stone Ring',
    sku: 'FAS-LUMEN',
    category: 'jewelry-watches',
    description:
      'A smooth band with one raised, faceted stone, grown in a laboratory and as hard as a mined one. Choose the blue stone in ' +
      'silver or the red stone in rose-plated silver.',
    picture: { emoji: '1f48d', tint: 225 },
    price: 12900,
    attributes: { Material: 'Silver', Stone: 'Lab-grown', Gift: 'Boxed' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Silver & blue', code: 'SIL', picture: { hue: 0, tint: 225 } },
          { value: 'Rose & red', code: 'ROS', surcharge: 1500, picture: { hue: 85, tint: 350 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: '50', code: '50' },
          { value: '52', code: '52' },
          { value: '54', code: '54' },
          { value: '56', code: '56' },
          { value: '58', code: '58' },
        ],
      },
    ],
    stock: [8, 14, 19, 12, 4, 9, 10, 13, 8, 0],
    sold: 183,
    daysAgo: 33,
    recommends: ['coral-bead-bracelet', 'meridian-watch', 'verbena-midi-dress'],
    reviews: [
      {
        rating: 5,
        title: 'She said yes',
        author: 'Daniel K.',
        daysAgo: 4,
        body: 'The stone sparkles even in candlelight. The box is lovely, too.',
      },
      {
        rating: 5,
        title: 'Clean and simple',
        author: 'Esther V.',
        daysAgo: 17,
        body: 'Sits flat enough to wear under gloves. I get asked about it often.',
      },
      { rating: 4, title: 'Runs a little large', body: 'I swapped 54 for 52 without any trouble.', author: 'Monika P.', daysAgo: 25 },
    ],
  },
  {
    slug: 'coral-bead-bracelet',
    name: 'Coral Bead Bracelet',
    sku: 'FAS-CORAL',
    category: 'jewelry-watches',
    description:
      'Round glass beads on a strong elastic cord, finished with a small silk tassel. Each strand is threaded by hand and has ' + 'about 18 beads.',
    picture: { emoji: '1f4ff', tint: 18 },
    price: 2490,
    attributes: { Material: 'Glass', Stone: 'None', Gift: 'Pouch' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Coral', code: 'COR', picture: { hue: 0, tint: 18 } },
          { value: 'Jade', code: 'JAD', picture: { hue: 90, tint: 140 } },
          { value: 'Lavender', code: 'LAV', picture: { hue: 240, tint: 265 } },
          { value: 'Pearl gray', code: 'PRL', picture: { saturation: 0.15, tint: 205 } },
        ],
      },
    ],
    stock: [38, 27, 31, 16],
    sold: 236,
    daysAgo: 175,
    recommends: ['lumen-stone-ring', 'blue-eye-charm', 'hanami-yukata-dress'],
    reviews: [
      {
        rating: 4,
        title: 'Pretty little thing',
        author: 'Sunita B.',
        daysAgo: 54,
        body: 'I wear the jade and the coral together. The tassel is nicely knotted.',
      },
      { rating: 5, title: 'A good gift', body: 'It came in a small cotton pouch, ready to hand over.', author: 'Hilde M.', daysAgo: 109 },
      {
        rating: 2,
        title: 'Cord stretched',
        author: 'Vera N.',
        daysAgo: 160,
        body: 'The elastic has become loose after a summer. Beads are fine.',
      },
    ],
  },
  {
    slug: 'blue-eye-charm',
    name: 'Blue Eye Charm',
    sku: 'FAS-BLUEE',
    category: 'jewelry-watches',
    description:
      'A round pendant of layered glass in the old Mediterranean eye pattern, 22 mm across. It has a silver loop and comes with a ' +
      'waxed 60 cm cord.',
    picture: { emoji: '1f9ff', tint: 210 },
    price: 1990,
    attributes: { Material: 'Glass', Stone: 'None', Gift: 'Pouch' },
    stock: [44],
    sold: 109,
    daysAgo: 222,
    recommends: ['coral-bead-bracelet', 'lumen-stone-ring'],
    reviews: [
      {
        rating: 5,
        title: 'Deep, clear blue',
        author: 'Eleni G.',
        daysAgo: 99,
        body: 'Each layer of glass is visible at the edge. Very well made.',
      },
    ],
  },
  {
    slug: 'meridian-watch',
    name: 'Meridian Watch',
    sku: 'FAS-MERID',
    category: 'jewelry-watches',
    description:
      'A quartz watch with a clean 38 mm dial, luminous hands and a scratch-resistant mineral crystal. Water-resistant to 50 m. ' +
      'The strap changes without a tool.',
    picture: { emoji: '231a', tint: 240 },
    price: 14900,
    compareAt: 17900,
    attributes: { Material: 'Steel', Stone: 'None', Gift: 'Boxed' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Ocean', code: 'OCE', picture: { hue: 0, tint: 240 } },
          { value: 'Cognac', code: 'COG', picture: { hue: 120, saturation: 0.8, tint: 25 } },
          { value: 'Racing green', code: 'GRN', picture: { hue: 225, saturation: 0.75, tint: 155 } },
          { value: 'Graphite', code: 'GRA', picture: { saturation: 0.15, brightness: 0.7, tint: 45 } },
        ],
      },
    ],
    stock: [21, 18, 5, 29],
    sold: 404,
    daysAgo: 128,
    recommends: ['regent-shirt-and-tie', 'aldgate-briefcase', 'lumen-stone-ring'],
    reviews: [
      { rating: 5, title: 'Easy to read', body: 'Big hands, clear dial, and it glows all night.', author: 'Howard S.', daysAgo: 29 },
      {
        rating: 4,
        title: 'Changing straps is fun',
        author: 'Ines C.',
        daysAgo: 65,
        body: 'Took me five seconds. It has lost about two seconds in a month.',
      },
      {
        rating: 4,
        title: 'Good size',
        author: 'Jakub W.',
        daysAgo: 90,
        body: 'Not one of those huge watches. The cognac strap smells of real leather.',
      },
      {
        rating: 1,
        title: 'Crown fell off',
        author: 'Terry L.',
        daysAgo: 104,
        body: 'It came off after three weeks. Service replaced the watch, but still.',
      },
    ],
  },
]
