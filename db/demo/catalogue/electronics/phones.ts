import type { DemoProduct } from '../../types'

export const phones: DemoProduct[] = [
  {
    slug: 'lumen-6-phone',
    name: 'Lumen 6 Phone',
    sku: 'PHN-LUM6',
    category: 'phones',
    description:
      'A 6.1-inch phone with a bright display, two good cameras and a battery that makes it to the second day. The back is ' +
      'soft-touch recycled polycarbonate, so it does not slip. Seven years of software updates are promised.',
    picture: { emoji: '1f4f1', tint: 265 },
    price: 59900,
    attributes: { Type: 'Smartphone', Screen: '6.1 inch', Network: '5G', Battery: '2 days' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Iris', code: 'IRS', picture: { tint: 265 } },
          { value: 'Lagoon', code: 'LAG', picture: { tint: 190, hue: 270 } },
          { value: 'Graphite', code: 'GRA', picture: { tint: 220, saturation: 0.2, brightness: 0.9 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '128 GB', code: '128' },
          { value: '256 GB', code: '256', surcharge: 8000 },
        ],
      },
    ],
    stock: [57, 40, 35, 4, 62, 48],
    featured: true,
    sold: 458,
    daysAgo: 45,
    recommends: ['lumen-6-max-phone', 'homeroom-corded-phone', 'tarn-field-watch'],
    reviews: [
      {
        rating: 5,
        title: 'Right size at last',
        author: 'Emilia S.',
        daysAgo: 10,
        body: 'Fits my pocket and my hand. The lagoon color is deep and pretty.',
      },
      {
        rating: 4,
        title: 'Two days, really',
        author: 'Jon K.',
        daysAgo: 21,
        body: 'I charge it every other night. Camera is good, not magic, in the dark.',
      },
      { rating: 5, title: 'Smooth switch', body: 'Moved everything across while I had lunch.', author: 'Beatriz A.', daysAgo: 30 },
      { rating: 4, title: 'Grippy back', body: 'No case needed so far. Wish the box had a charger.', author: 'Samir H.', daysAgo: 38 },
    ],
  },
  {
    slug: 'lumen-6-max-phone',
    name: 'Lumen 6 Max Phone',
    sku: 'PHN-LUM6M',
    category: 'phones',
    description:
      'The larger Lumen, with a 6.7-inch display and a third camera for things far away. A glass back and a brushed frame give ' +
      'it some weight. It charges without a cable on any Qi pad.',
    picture: { emoji: '1f4f1', tint: 150, hue: 220 },
    price: 84900,
    compareAt: 89900,
    attributes: { Type: 'Smartphone', Screen: '6.7 inch', Network: '5G', Battery: '2 days' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Spruce', code: 'SPR', picture: { tint: 150, hue: 220 } },
          { value: 'Garnet', code: 'GNT', picture: { tint: 10, hue: 90 } },
          { value: 'Plum', code: 'PLM', picture: { tint: 310, hue: 40 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '256 GB', code: '256' },
          { value: '512 GB', code: '512', surcharge: 11000 },
        ],
      },
    ],
    stock: [20, 14, 25, 9, 0, 12],
    sold: 143,
    daysAgo: 40,
    recommends: ['lumen-6-phone', 'tarn-field-watch'],
    reviews: [
      {
        rating: 5,
        title: 'The zoom is fun',
        author: 'Rosa D.',
        daysAgo: 15,
        body: 'I photographed a heron from the other bank and you can count its feathers.',
      },
      {
        rating: 3,
        title: 'Big hands needed',
        author: 'Nils E.',
        daysAgo: 24,
        body: 'Beautiful screen, but I drop it when I use it one-handed.',
      },
    ],
  },
  {
    slug: 'homeroom-corded-phone',
    name: 'Homeroom Push-Button Phone',
    sku: 'PHN-HOME',
    category: 'phones',
    description:
      'A corded desk phone with big buttons and a bell that really rings. It needs no charging, no updates and no password. ' +
      'Volume wheel and redial are on the side.',
    picture: { emoji: '260e-fe0f', tint: 350 },
    price: 5950,
    attributes: { Type: 'Landline phone', Network: 'Landline' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Cherry', code: 'CHY', picture: { tint: 350 } },
          { value: 'Tangerine', code: 'TNG', picture: { tint: 28, hue: 40 } },
          { value: 'Teal', code: 'TEA', picture: { tint: 175, hue: 180 } },
          { value: 'Cobalt', code: 'COB', picture: { tint: 215, hue: 230 } },
        ],
      },
    ],
    stock: [43, 28, 31, 16],
    sold: 179,
    daysAgo: 311,
    recommends: ['switchboard-office-phone', 'sunup-twin-bell-alarm-clock'],
    reviews: [
      {
        rating: 5,
        title: 'Grandma loves it',
        author: 'Katie F.',
        daysAgo: 61,
        body: 'She can see the numbers and hear the bell. That is all we wanted.',
      },
      { rating: 5, title: 'A real ring', body: 'The bell makes me smile every time someone calls.', author: 'Enzo R.', daysAgo: 128 },
      {
        rating: 4,
        title: 'Cord a bit short',
        author: 'Maud P.',
        daysAgo: 199,
        body: 'Looks great in teal. I had to move the table closer to the wall.',
      },
    ],
  },
  {
    slug: 'switchboard-office-phone',
    name: 'Switchboard Office Phone and Fax',
    sku: 'PHN-SWBD',
    category: 'phones',
    description:
      'A business phone with a handset, speakerphone and built-in fax for offices that still need one. It prints on plain paper ' +
      'and stores 60 pages when the tray is empty. The display shows caller and time.',
    picture: { emoji: '1f4e0', tint: 245 },
    price: 15990,
    attributes: { Type: 'Landline phone', Screen: '2 inch', Network: 'Landline' },
    stock: [13],
    sold: 27,
    daysAgo: 388,
    recommends: ['homeroom-corded-phone', 'lumen-6-phone'],
    reviews: [
      {
        rating: 4,
        title: 'Does what our clinic needs',
        author: 'Dr. Lena V.',
        daysAgo: 140,
        body: 'Faxes go through the first time and the paper is ordinary A4.',
      },
    ],
  },
  {
    slug: 'tarn-field-watch',
    name: 'Tarn Field Watch',
    sku: 'WTC-TARN',
    category: 'watches-clocks',
    description:
      'A 38 mm field watch with a clear dial, a domed crystal and hands that glow through the night. The case is brushed steel ' +
      'and water resistant to 100 meters. Straps click off without a tool, so you can change them in seconds.',
    picture: { emoji: '231a', tint: 220 },
    price: 14950,
    attributes: { Type: 'Wristwatch', Movement: 'Quartz', Material: 'Steel', 'Water resistance': '100 m' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Marine', code: 'MAR', picture: { tint: 220 } },
          { value: 'Orchid', code: 'ORC', picture: { tint: 310, hue: 40 } },
          { value: 'Saddle', code: 'SDL', picture: { tint: 32, hue: 140 } },
          { value: 'Forest', code: 'FOR', picture: { tint: 140, hue: 215 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: '38 mm', code: '38' },
          { value: '42 mm', code: '42', surcharge: 1000 },
        ],
      },
    ],
    stock: [36, 29, 18, 4, 44, 38, 21, 15],
    featured: true,
    sold: 365,
    daysAgo: 73,
    recommends: ['fathom-dive-watch', 'ledger-dress-watch', 'splitsecond-stopwatch'],
    reviews: [
      {
        rating: 5,
        title: 'Everyday favorite',
        author: 'Owen T.',
        daysAgo: 17,
        body: 'Swam, gardened and slept with it for a month. Not a scratch.',
      },
      {
        rating: 4,
        title: 'Clear and light',
        author: 'Ayla G.',
        daysAgo: 36,
        body: 'Readable at a glance. The saddle strap needed a week to soften.',
      },
      {
        rating: 5,
        title: 'Glows all night',
        author: 'Nick B.',
        daysAgo: 55,
        body: 'I can read it at four in the morning when the baby wakes.',
      },
      { rating: 5, title: 'Lovely in forest', body: 'The green is subtle and suits the steel.', author: 'Chiara M.', daysAgo: 60 },
    ],
  },
  {
    slug: 'fathom-dive-watch',
    name: 'Fathom Automatic Dive Watch',
    sku: 'WTC-FATHM',
    category: 'watches-clocks',
    description:
      'An automatic watch that winds itself as you move and is water resistant to 200 meters. The screw-down crown and the thick ' +
      'sapphire crystal are made for salt water. On a ribbed rubber strap that fits over a wetsuit.',
    picture: { emoji: '231a', tint: 180, hue: 270, saturation: 1.2, brightness: 0.9 },
    price: 42900,
    attributes: { Type: 'Wristwatch', Movement: 'Automatic', Material: 'Steel', 'Water resistance': '200 m' },
    stock: [9],
    sold: 58,
    daysAgo: 160,
    recommends: ['tarn-field-watch', 'ledger-dress-watch'],
    reviews: [
      {
        rating: 5,
        title: 'Forty dives so far',
        author: 'Mateo L.',
        daysAgo: 41,
        body: 'Keeps time within a few seconds a day and has never fogged.',
      },
      { rating: 4, title: 'Substantial', body: 'Sits high under a cuff, but that is what I expected.', author: 'Greta N.', daysAgo: 102 },
    ],
  },
  {
    slug: 'ledger-dress-watch',
    name: 'Ledger Dress Watch',
    sku: 'WTC-LEDGR',
    category: 'watches-clocks',
    description:
      'A thin watch with a plain gray dial and a strap of Italian calf leather. At 7 mm it disappears under a shirt cuff. The ' +
      'movement can be serviced by any watchmaker.',
    picture: { emoji: '231a', tint: 30, saturation: 0.12, brightness: 0.9 },
    price: 22900,
    attributes: { Type: 'Wristwatch', Movement: 'Quartz', Material: 'Leather', 'Water resistance': '30 m' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Ash', code: 'ASH', picture: { tint: 30, saturation: 0.12, brightness: 0.9 } },
          { value: 'Cognac', code: 'COG', picture: { tint: 20, hue: 110, saturation: 0.8, brightness: 1 } },
        ],
      },
    ],
    stock: [0, 0],
    sold: 97,
    daysAgo: 240,
    recommends: ['tarn-field-watch', 'fathom-dive-watch'],
    reviews: [
      {
        rating: 5,
        title: 'Quietly elegant',
        author: 'Pascal J.',
        daysAgo: 83,
        body: 'Wore it to my sister’s wedding and have not taken it off since.',
      },
      {
        rating: 4,
        title: 'Very slim',
        author: 'Irene C.',
        daysAgo: 150,
        body: 'You forget it is there. The second hand would have been nice.',
      },
      {
        rating: 3,
        title: 'Strap is stiff',
        author: 'Todd W.',
        daysAgo: 210,
        body: 'Handsome watch, but the leather squeaked for two weeks.',
      },
    ],
  },
  {
    slug: 'splitsecond-stopwatch',
    name: 'Splitsecond Stopwatch',
    sku: 'WTC-SPLIT',
    category: 'watches-clocks',
    description:
      'A mechanical-style stopwatch with a big face and a push button you can find without looking. It counts in tenths up to ' +
      'sixty minutes and holds a lap time. Comes on a woven lanyard.',
    picture: { emoji: '23f1-fe0f', tint: 265 },
    price: 3250,
    attributes: { Type: 'Stopwatch', Movement: 'Quartz', Material: 'Steel', 'Water resistance': '30 m' },
    stock: [74],
    sold: 212,
    daysAgo: 128,
    recommends: ['tarn-field-watch', 'sunup-twin-bell-alarm-clock'],
    reviews: [
      {
        rating: 5,
        title: 'Coach approved',
        author: 'Brenda O.',
        daysAgo: 47,
        body: 'Three of these have replaced the phones at our swim practice.',
      },
      { rating: 4, title: 'Nice click', body: 'Button has a clear feel. The lanyard is rather short.', author: 'Felix A.', daysAgo: 93 },
    ],
  },
  {
    slug: 'sunup-twin-bell-alarm-clock',
    name: 'Sunup Twin-Bell Alarm Clock',
    sku: 'WTC-SUNUP',
    category: 'watches-clocks',
    description:
      'A bedside clock with two brass-colored bells and a little hammer that means it. The second hand sweeps without ticking, ' +
      'and the dial lights up at a touch. Runs for a year on one AA battery.',
    picture: { emoji: '23f0', tint: 10 },
    price: 2990,
    attributes: { Type: 'Alarm clock', Movement: 'Quartz', Material: 'Steel', 'Water resistance': 'None' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Raspberry', code: 'RSP', picture: { tint: 345 } },
          { value: 'Lime', code: 'LIM', picture: { tint: 90, hue: 110 } },
          { value: 'Aqua', code: 'AQU', picture: { tint: 190, hue: 200 } },
          { value: 'Violet', code: 'VIO', picture: { tint: 290, hue: 310 } },
        ],
      },
    ],
    stock: [90, 0, 64, 27],
    sold: 534,
    daysAgo: 201,
    recommends: ['splitsecond-stopwatch', 'homeroom-corded-phone', 'tarn-field-watch'],
    reviews: [
      {
        rating: 5,
        title: 'I finally get up',
        author: 'Zoe H.',
        daysAgo: 26,
        body: 'My phone never managed this. The bells are wonderfully rude.',
      },
      { rating: 2, title: 'Wakes the street', body: 'Cute, but there is no volume control at all.', author: 'Martin F.', daysAgo: 64 },
      { rating: 5, title: 'No ticking', body: 'Silent until it is not. Just what I needed.', author: 'Anja K.', daysAgo: 115 },
      { rating: 4, title: 'Sweet gift', body: 'My nephew picked aqua and sets it himself every night.', author: 'Dora L.', daysAgo: 187 },
    ],
  },
]
