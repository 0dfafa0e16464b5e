import type { DemoProduct } from '../../types'

export const wind: DemoProduct[] = [
  {
    slug: 'blue-hour-alto-saxophone',
    name: 'Blue Hour Alto Saxophone',
    sku: 'WND-BLUE',
    category: 'wind-instruments',
    description:
      'An alto saxophone in lacquered brass with engraved bell and mother-of-pearl touches. The key work is close under the ' +
      'fingers, which helps smaller hands. Mouthpiece, strap, care set and backpack case included.',
    picture: { emoji: '1f3b7', tint: 225 },
    price: 94900,
    attributes: { Type: 'Saxophone', Material: 'Brass', Level: 'Intermediate', Key: 'E flat' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Gold lacquer', code: 'GLD', picture: { tint: 225 } },
          { value: 'Rose gold', code: 'RSG', picture: { tint: 15, hue: 320, saturation: 0.8 } },
          { value: 'Silver plate', code: 'SLV', picture: { tint: 250, saturation: 0.12, brightness: 1.05 } },
        ],
      },
    ],
    stock: [8, 5, 11],
    sold: 47,
    daysAgo: 168,
    recommends: ['fanfare-trumpet', 'warbler-wooden-recorder', 'huntsman-natural-horn'],
    reviews: [
      {
        rating: 5,
        title: 'Sings from the first note',
        author: 'Coleman F.',
        daysAgo: 37,
        body: 'Even through all registers and very easy to blow.',
      },
      {
        rating: 4,
        title: 'Fine case',
        author: 'Ulla T.',
        daysAgo: 99,
        body: 'The backpack straps are a blessing. Low B took an adjustment.',
      },
      { rating: 5, title: 'Rose gold wow', body: 'Sounds as warm as it looks.', author: 'Andre M.', daysAgo: 140 },
    ],
  },
  {
    slug: 'fanfare-trumpet',
    name: 'Fanfare Trumpet',
    sku: 'WND-FANFR',
    category: 'wind-instruments',
    description:
      'A B flat trumpet with smooth stainless valves and a yellow brass bell. It speaks easily for beginners and stays clear ' +
      'when you push it. With mouthpiece, valve oil and a sturdy case.',
    picture: { emoji: '1f3ba', tint: 200 },
    price: 38900,
    attributes: { Type: 'Trumpet', Material: 'Brass', Level: 'Beginner', Key: 'B flat' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Gold lacquer', code: 'GLD', picture: { tint: 200 } },
          { value: 'Silver plate', code: 'SLV', picture: { tint: 270, saturation: 0.12, brightness: 1.05 } },
        ],
      },
    ],
    stock: [19, 10],
    sold: 102,
    daysAgo: 245,
    recommends: ['blue-hour-alto-saxophone', 'huntsman-natural-horn'],
    reviews: [
      { rating: 5, title: 'Smooth valves', body: 'Better than the rental we paid for all year.', author: 'Noel G.', daysAgo: 57 },
      { rating: 4, title: 'Bright tone', body: 'Great for school band. Case latches are stiff.', author: 'Tamara I.', daysAgo: 130 },
      { rating: 3, title: 'Needed oil right away', body: 'Valves stuck on day one, fine after cleaning.', author: 'Burt K.', daysAgo: 198 },
    ],
  },
  {
    slug: 'warbler-wooden-recorder',
    name: 'Warbler Wooden Recorder',
    sku: 'WND-WARBL',
    category: 'wind-instruments',
    description:
      'A soprano recorder in oiled pear wood with double holes for the low notes. The tone is soft and round, kinder to the ' +
      'family than plastic. Comes with a cotton bag, cleaning rod and fingering chart.',
    picture: { emoji: '1fa88', tint: 25 },
    price: 4490,
    attributes: { Type: 'Recorder', Material: 'Pear wood', Level: 'Beginner', Key: 'C' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Natural pear', code: 'NAT', picture: { tint: 25 } },
          { value: 'Stained walnut', code: 'WAL', picture: { tint: 20, saturation: 0.8, brightness: 0.65 } },
          { value: 'Pale maple', code: 'MPL', picture: { tint: 45, hue: 15, saturation: 0.6, brightness: 1.05 } },
        ],
      },
    ],
    stock: [85, 40, 0],
    sold: 388,
    daysAgo: 77,
    recommends: ['fanfare-trumpet', 'blue-hour-alto-saxophone'],
    reviews: [
      { rating: 5, title: 'So much sweeter', body: 'We kept the plastic one for exactly two days.', author: 'Linda S.', daysAgo: 21 },
      { rating: 4, title: 'Lovely wood', body: 'Oil it now and then as the leaflet says.', author: 'Jarek D.', daysAgo: 45 },
      {
        rating: 5,
        title: 'Light and even',
        author: 'Mrs. Adler H.',
        daysAgo: 69,
        body: 'High notes come without squeaking. My pupil gained courage.',
      },
    ],
  },
  {
    slug: 'huntsman-natural-horn',
    name: 'Huntsman Natural Horn',
    sku: 'WND-HUNTS',
    category: 'wind-instruments',
    description:
      'A coiled natural horn of hand-hammered brass with a red tassel cord. No valves, just lips and breath, and a call that ' +
      'carries across a valley. Hangs well on a wall between outings.',
    picture: { emoji: '1f4ef', tint: 110 },
    price: 15900,
    attributes: { Type: 'Horn', Material: 'Brass', Level: 'Intermediate', Key: 'B flat' },
    stock: [14],
    sold: 34,
    daysAgo: 356,
    recommends: ['fanfare-trumpet', 'blue-hour-alto-saxophone'],
    reviews: [],
  },
]
