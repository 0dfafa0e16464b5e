import type { DemoProduct } from '../../types'

export const audio: DemoProduct[] = [
  {
    slug: 'halo-over-ear-headphones',
    name: 'Halo Over-Ear Headphones',
    sku: 'AUD-HALO',
    category: 'headphones-microphones',
    description:
      'Wireless over-ear headphones with memory foam cushions and a padded steel headband. One charge lasts 38 hours, and ten ' +
      'minutes on the cable gives you another five. Noise cancelling has three levels, so you can still hear the doorbell when ' +
      'you want to.',
    picture: { emoji: '1f3a7', tint: 262 },
    price: 18900,
    attributes: { Type: 'Over-ear headphones', Connection: 'Bluetooth', Battery: '38 hours', 'Noise cancelling': 'Yes', Weight: '254 g' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Silver', code: 'SLV', picture: { tint: 262 } },
          { value: 'Black', code: 'BLK', picture: { tint: 220, saturation: 0.1, brightness: 0.45 } },
          { value: 'Blush', code: 'BLS', picture: { tint: 345, hue: 60, saturation: 3 } },
          { value: 'Sage', code: 'SGE', picture: { tint: 110, hue: 180, saturation: 3, brightness: 0.9 } },
        ],
      },
    ],
    stock: [64, 88, 23, 4],
    featured: true,
    sold: 842,
    daysAgo: 212,
    recommends: ['drift-foldable-headphones', 'anchor-studio-monitor-headphones', 'ember-bookshelf-speaker'],
    reviews: [
      {
        rating: 5,
        title: 'Lived-in comfort',
        author: 'Marta L.',
        daysAgo: 31,
        body: 'I wear these through full work days with glasses on and nothing pinches. The cushions stay cool.',
      },
      {
        rating: 4,
        title: 'Great sound, slow pairing',
        author: 'Devon R.',
        daysAgo: 77,
        body: 'Rich and clear once connected, but switching between laptop and phone takes a few seconds.',
      },
      {
        rating: 5,
        title: 'Quiet trains again',
        author: 'Sofia B.',
        daysAgo: 120,
        body: 'The middle noise setting takes the rumble out of my commute and still lets announcements through.',
      },
      {
        rating: 3,
        title: 'Case is bulky',
        author: 'Ian P.',
        daysAgo: 160,
        body: 'No complaints about the sound, but the case takes up half my bag.',
      },
    ],
  },
  {
    slug: 'drift-foldable-headphones',
    name: 'Drift Foldable Headphones',
    sku: 'AUD-DRIFT',
    category: 'headphones-microphones',
    description:
      'Light on-ear headphones that fold flat into a cotton pouch. The ear pads are soft vegan leather and can be replaced ' +
      'without tools. A 1.2 m cable with an inline microphone is included for flights.',
    picture: { emoji: '1f3a7', tint: 35, hue: 120, saturation: 3, brightness: 0.92 },
    price: 5990,
    compareAt: 7490,
    attributes: { Type: 'On-ear headphones', Connection: 'Bluetooth', Battery: '24 hours', 'Noise cancelling': 'No', Weight: '148 g' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sand', code: 'SND', picture: { tint: 35, hue: 120, saturation: 3, brightness: 0.92 } },
          { value: 'Lilac', code: 'LIL', picture: { tint: 285, hue: 0, saturation: 4, brightness: 1 } },
          { value: 'Olive', code: 'OLV', picture: { tint: 85, hue: 180, saturation: 3.5, brightness: 0.7 } },
        ],
      },
    ],
    stock: [41, 56, 37],
    sold: 418,
    daysAgo: 96,
    recommends: ['halo-over-ear-headphones', 'pocketsong-travel-speaker', 'tidewater-dab-radio'],
    reviews: [
      {
        rating: 4,
        title: 'Perfect carry-on pair',
        author: 'Priya N.',
        daysAgo: 12,
        body: 'They fold to about the size of a sandwich and the cable saved me on a long flight.',
      },
      {
        rating: 5,
        title: 'My teenager approves',
        author: 'Helen W.',
        daysAgo: 44,
        body: 'The lilac looks sweet and they survived a term in a school bag.',
      },
      {
        rating: 2,
        title: 'Too tight for me',
        author: 'Carl J.',
        daysAgo: 70,
        body: 'After an hour they press on my ears. Fine for short walks.',
      },
    ],
  },
  {
    slug: 'anchor-studio-monitor-headphones',
    name: 'Anchor Studio Headphones',
    sku: 'AUD-ANCHR',
    category: 'headphones-microphones',
    description:
      'Wired closed-back headphones for recording and mixing. The tuning is flat and honest, so what you hear is what you ' +
      'recorded. The coiled cable stretches to three meters and locks at the cup.',
    picture: { emoji: '1f3a7', tint: 215, hue: 330, saturation: 2.5, brightness: 0.6 },
    price: 12900,
    attributes: { Type: 'Over-ear headphones', Connection: 'Wired', 'Noise cancelling': 'No', Weight: '286 g' },
    stock: [52],
    sold: 156,
    daysAgo: 301,
    recommends: ['halo-over-ear-headphones', 'parlor-condenser-microphone', 'encore-stage-microphone'],
    reviews: [
      {
        rating: 5,
        title: 'No surprises in the mix',
        author: 'Tomasz G.',
        daysAgo: 58,
        body: 'My tracks finally sound the same in the car as they do at my desk.',
      },
      {
        rating: 4,
        title: 'Solid and serious',
        author: 'Jules A.',
        daysAgo: 190,
        body: 'Well built, and the coiled cable is long enough to reach my keyboard. A bit warm in summer.',
      },
    ],
  },
  {
    slug: 'parlor-condenser-microphone',
    name: 'Parlor Condenser Microphone',
    sku: 'AUD-PARLR',
    category: 'headphones-microphones',
    description:
      'A USB condenser microphone in a die-cast housing with the outline of a 1940s broadcast mic. The cardioid pattern keeps ' +
      'the keyboard and the street out of your recording. Desk stand and foam windshield are in the box.',
    picture: { emoji: '1f399-fe0f', tint: 195 },
    price: 14900,
    attributes: { Type: 'Microphone', Connection: 'USB-C', 'Noise cancelling': 'No', Weight: '410 g' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Brushed silver', code: 'SLV', picture: { tint: 195 } },
          { value: 'Gunmetal', code: 'GUN', picture: { tint: 210, saturation: 0.3, brightness: 0.5 } },
          { value: 'Champagne', code: 'CHP', picture: { tint: 40, hue: 120, saturation: 3, brightness: 0.9 } },
        ],
      },
    ],
    stock: [28, 45, 0],
    sold: 267,
    daysAgo: 143,
    recommends: ['anchor-studio-monitor-headphones', 'encore-stage-microphone', 'halo-over-ear-headphones'],
    reviews: [
      {
        rating: 5,
        title: 'Podcast ready in minutes',
        author: 'Nadia F.',
        daysAgo: 20,
        body: 'Plugged it in, opened my recorder and sounded better than I ever have.',
      },
      {
        rating: 4,
        title: 'Lovely object',
        author: 'Ben O.',
        daysAgo: 65,
        body: 'It picks up my voice warmly. The stand is a little low, so I put it on two books.',
      },
      {
        rating: 5,
        title: 'Clear on calls',
        author: 'Grace T.',
        daysAgo: 101,
        body: 'Colleagues asked what I had changed. It even ignores the dishwasher.',
      },
    ],
  },
  {
    slug: 'encore-stage-microphone',
    name: 'Encore Stage Microphone',
    sku: 'AUD-ENCOR',
    category: 'headphones-microphones',
    description:
      'A dynamic handheld microphone for singers and speakers. The steel mesh grille takes a knock, and the capsule sits in ' +
      'rubber so handling noise stays low. Supplied with clip and zip pouch, cable sold without.',
    picture: { emoji: '1f3a4', tint: 330 },
    price: 7950,
    attributes: { Type: 'Microphone', Connection: 'Wired', 'Noise cancelling': 'No', Weight: '298 g' },
    stock: [52],
    sold: 93,
    daysAgo: 18,
    recommends: ['parlor-condenser-microphone', 'anchor-studio-monitor-headphones'],
    reviews: [
      {
        rating: 4,
        title: 'Takes a beating',
        author: 'Luca M.',
        daysAgo: 9,
        body: 'Dropped twice at band practice, still sounds the same.',
      },
      {
        rating: 3,
        title: 'Needs a cable',
        author: 'Oona S.',
        daysAgo: 14,
        body: 'Good microphone, but I missed that the cable is not included.',
      },
    ],
  },
  {
    slug: 'ember-bookshelf-speaker',
    name: 'Ember Bookshelf Speaker',
    sku: 'AUD-EMBER',
    category: 'speakers-radios',
    description:
      'A wireless speaker for the shelf with a 13 cm woven cone and a silk tweeter. It fills a living room without shouting and ' +
      'pairs with a second one for stereo. The housing is molded from recycled aluminum.',
    picture: { emoji: '1f50a', tint: 210 },
    price: 24900,
    compareAt: 29900,
    attributes: { Type: 'Home speaker', Power: 'Mains', Connection: 'Wi-Fi and Bluetooth', Output: '60 W' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Chalk', code: 'CHK', picture: { tint: 210 } },
          { value: 'Charcoal', code: 'CHR', picture: { tint: 225, saturation: 0.15, brightness: 0.5 } },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: 'Single', code: '1' },
          { value: 'Stereo pair', code: '2', surcharge: 22000 },
        ],
      },
    ],
    stock: [19, 12, 26, 3],
    sold: 188,
    daysAgo: 250,
    recommends: ['tidewater-dab-radio', 'halo-over-ear-headphones', 'pocketsong-travel-speaker'],
    reviews: [
      {
        rating: 5,
        title: 'Fills the whole room',
        author: 'Anneke D.',
        daysAgo: 33,
        body: 'We replaced a whole stack of boxes with the pair and miss nothing.',
      },
      {
        rating: 4,
        title: 'Warm sound',
        author: 'Rafael C.',
        daysAgo: 89,
        body: 'Voices are lovely. The bass is modest, which suits our apartment.',
      },
      {
        rating: 5,
        title: 'Simple to set up',
        author: 'Kim H.',
        daysAgo: 175,
        body: 'Two minutes and it was playing. My parents manage it too.',
      },
    ],
  },
  {
    slug: 'pocketsong-travel-speaker',
    name: 'Pocketsong Travel Speaker',
    sku: 'AUD-PKTSG',
    category: 'speakers-radios',
    description:
      'A palm-sized speaker with a rubber shell that shrugs off rain and sand. It plays for 14 hours and clips to a backpack ' +
      'with the aluminum carabiner. Two of them link together for a picnic.',
    picture: { emoji: '1f508', tint: 350, hue: 60, saturation: 3, brightness: 0.95 },
    price: 3995,
    attributes: { Type: 'Portable speaker', Power: 'Rechargeable battery', Connection: 'Bluetooth', Output: '8 W' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Coral', code: 'CRL', picture: { tint: 350, hue: 60, saturation: 3, brightness: 0.95 } },
          { value: 'Moss', code: 'MOS', picture: { tint: 100, hue: 180, saturation: 3.5, brightness: 0.8 } },
          { value: 'Slate', code: 'SLT', picture: { tint: 220, hue: 330, saturation: 2.5, brightness: 0.65 } },
          { value: 'Apricot', code: 'APR', picture: { tint: 30, hue: 120, saturation: 3.5, brightness: 1 } },
        ],
      },
    ],
    stock: [72, 110, 95, 2],
    sold: 611,
    daysAgo: 67,
    recommends: ['drift-foldable-headphones', 'ember-bookshelf-speaker', 'kitchenette-retro-radio'],
    reviews: [
      {
        rating: 5,
        title: 'Loud for its size',
        author: 'Yusuf E.',
        daysAgo: 8,
        body: 'It carried a birthday in the park with twelve people around the blanket.',
      },
      {
        rating: 4,
        title: 'Good in the bathroom',
        author: 'Claire V.',
        daysAgo: 27,
        body: 'Lives on the tap and does not mind. Wish it had a clock.',
      },
      {
        rating: 1,
        title: 'Stopped charging',
        author: 'Peter Q.',
        daysAgo: 40,
        body: 'Mine gave up after three weeks. The shop replaced it quickly, to be fair.',
      },
      {
        rating: 5,
        title: 'Bought three',
        author: 'Amara J.',
        daysAgo: 52,
        body: 'One each for the kids, one for me. Linking two works well.',
      },
    ],
  },
  {
    slug: 'tidewater-dab-radio',
    name: 'Tidewater Digital Radio',
    sku: 'AUD-TIDE',
    category: 'speakers-radios',
    description:
      'A digital and FM radio with a real tuning knob, a telescopic antenna and eight station keys. The color display dims by ' +
      'itself at night. Runs from the wall or for 18 hours from the built-in battery.',
    picture: { emoji: '1f4fb', tint: 190 },
    price: 11950,
    attributes: { Type: 'Radio', Power: 'Rechargeable battery', Connection: 'DAB and FM', Output: '10 W' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Pearl', code: 'PRL', picture: { tint: 190 } },
          { value: 'Graphite', code: 'GRA', picture: { tint: 230, saturation: 0.6, brightness: 0.5 } },
        ],
      },
    ],
    stock: [38, 47],
    sold: 204,
    daysAgo: 330,
    recommends: ['kitchenette-retro-radio', 'ember-bookshelf-speaker'],
    reviews: [
      {
        rating: 5,
        title: 'Kitchen companion',
        author: 'Ruth K.',
        daysAgo: 60,
        body: 'Tuned in on the first try and the knob feels great. It is on all day.',
      },
      {
        rating: 4,
        title: 'Easy on the eyes',
        author: 'Stefan I.',
        daysAgo: 140,
        body: 'Display dims nicely. I wish the clock digits were larger.',
      },
      {
        rating: 4,
        title: 'Good reception',
        author: 'Moira D.',
        daysAgo: 222,
        body: 'We live in a valley and it still finds fourteen stations.',
      },
    ],
  },
  {
    slug: 'kitchenette-retro-radio',
    name: 'Kitchenette Retro Radio',
    sku: 'AUD-KITCH',
    category: 'speakers-radios',
    description:
      'A small FM radio in a softly colored metal case, made to sit on a windowsill. Bluetooth is built in, so it doubles as a ' +
      'speaker for your phone. Four AA batteries or the supplied adapter keep it going.',
    picture: { emoji: '1f4fb', tint: 340, hue: 60, saturation: 3, brightness: 0.95 },
    price: 6900,
    attributes: { Type: 'Radio', Power: 'Mains', Connection: 'FM and Bluetooth', Output: '5 W' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Rose', code: 'ROS', picture: { tint: 340, hue: 60, saturation: 3, brightness: 0.95 } },
          { value: 'Butter', code: 'BTR', picture: { tint: 48, hue: 140, saturation: 3, brightness: 1 } },
          { value: 'Mint', code: 'MNT', picture: { tint: 150, hue: 200, saturation: 3, brightness: 0.95 } },
        ],
      },
    ],
    stock: [0, 0, 0],
    sold: 329,
    daysAgo: 120,
    recommends: ['tidewater-dab-radio', 'pocketsong-travel-speaker'],
    reviews: [
      {
        rating: 4,
        title: 'Charming little thing',
        author: 'Lotte B.',
        daysAgo: 29,
        body: 'The butter yellow is exactly the shade I hoped for. Sound is small but clear.',
      },
      { rating: 3, title: 'Pretty, a bit tinny', body: 'Fine for the news, less so for music.', author: 'Gareth N.', daysAgo: 74 },
    ],
  },
]
