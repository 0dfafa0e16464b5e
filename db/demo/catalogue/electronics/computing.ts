import type { DemoProduct } from '../../types'

export const computing: DemoProduct[] = [
  {
    slug: 'meridian-14-laptop',
    name: 'Meridian 14 Laptop',
    sku: 'CMP-MER14',
    category: 'laptops-desktops',
    description:
      'A 14-inch laptop for work and study with a matte screen and a magnesium lid. It weighs 1.3 kg and runs for a full day ' +
      'away from the socket. The battery and the drive are held by ordinary screws, so you can replace them yourself.',
    picture: { emoji: '1f4bb', tint: 205 },
    price: 109900,
    attributes: { Screen: '14 inch', Memory: '16 GB', Weight: '1.3 kg', Form: 'Laptop' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Silver', code: 'SLV', picture: { tint: 205 } },
          { value: 'Graphite', code: 'GRA', picture: { tint: 225, saturation: 0.5, brightness: 0.5 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '512 GB', code: '512' },
          { value: '1 TB', code: '1T', surcharge: 14000 },
          { value: '2 TB', code: '2T', surcharge: 34000 },
        ],
      },
    ],
    stock: [24, 18, 5, 30, 16, 0],
    notMade: [['Silver', '2 TB']],
    featured: true,
    sold: 276,
    daysAgo: 84,
    recommends: ['harbor-27-desktop', 'clack-mechanical-keyboard', 'pebble-wireless-mouse'],
    reviews: [
      {
        rating: 5,
        title: 'A screen I can read outside',
        author: 'Ines M.',
        daysAgo: 16,
        body: 'The matte panel is such a relief on the train. Battery lasts from breakfast to dinner.',
      },
      {
        rating: 4,
        title: 'Fast and quiet',
        author: 'Robert L.',
        daysAgo: 39,
        body: 'The fan only starts when I export video. Speakers are average.',
      },
      {
        rating: 5,
        title: 'Repairable at last',
        author: 'Wanda Z.',
        daysAgo: 63,
        body: 'I put in a larger drive in ten minutes. Ordinary screws, clear labels.',
      },
      {
        rating: 4,
        title: 'Good keyboard',
        author: 'Theo F.',
        daysAgo: 71,
        body: 'Keys have decent travel. It took me a day to get used to the arrow keys.',
      },
    ],
  },
  {
    slug: 'wren-11-study-laptop',
    name: 'Wren 11 Study Laptop',
    sku: 'CMP-WRN11',
    category: 'laptops-desktops',
    description:
      'A small, tough laptop for school. The corners are rubber, the keyboard is sealed against spilled juice and the hinge ' +
      'opens flat. Enough power for essays, lessons on video and a bit of coding.',
    picture: { emoji: '1f4bb', tint: 165, hue: 320, saturation: 1.3, brightness: 0.85 },
    price: 39900,
    compareAt: 44900,
    attributes: { Screen: '11 inch', Memory: '8 GB', Weight: '1.1 kg', Form: 'Laptop' },
    stock: [66],
    sold: 398,
    daysAgo: 190,
    recommends: ['meridian-14-laptop', 'pebble-wireless-mouse'],
    reviews: [
      {
        rating: 5,
        title: 'Survived sixth grade',
        author: 'Denise A.',
        daysAgo: 48,
        body: 'Dropped, sat on and covered in crumbs. Still working.',
      },
      {
        rating: 3,
        title: 'Small for long essays',
        author: 'Omar T.',
        daysAgo: 92,
        body: 'Nice machine, though my daughter wants a bigger screen for homework.',
      },
      { rating: 4, title: 'Good value', body: 'Boots quickly and the battery outlasts the school day.', author: 'Faye R.', daysAgo: 133 },
    ],
  },
  {
    slug: 'plateau-16-creator-laptop',
    name: 'Plateau 16 Creator Laptop',
    sku: 'CMP-PLT16',
    category: 'laptops-desktops',
    description:
      'A 16-inch laptop with a wide-color screen that is calibrated before it leaves the factory. The separate graphics chip ' +
      'handles video timelines and 3D scenes with ease. Card reader, full-size HDMI and three USB-C ports mean no adapters.',
    picture: { emoji: '1f4bb', tint: 275, hue: 300, saturation: 1.2, brightness: 0.62 },
    price: 189900,
    attributes: { Screen: '16 inch', Memory: '32 GB', Weight: '2.0 kg', Form: 'Laptop' },
    options: [
      {
        name: 'Capacity',
        values: [
          { value: '1 TB', code: '1T' },
          { value: '2 TB', code: '2T', surcharge: 22000 },
          { value: '4 TB', code: '4T', surcharge: 58000 },
        ],
      },
    ],
    stock: [14, 9, 3],
    sold: 71,
    daysAgo: 37,
    recommends: ['meridian-14-laptop', 'harbor-27-desktop', 'inkwell-photo-printer'],
    reviews: [
      {
        rating: 5,
        title: 'Colors match my prints',
        author: 'Hanna E.',
        daysAgo: 11,
        body: 'First laptop where I trust what I see. The card reader is a small joy.',
      },
      {
        rating: 4,
        title: 'Heavy but worth it',
        author: 'Colm B.',
        daysAgo: 25,
        body: 'You notice it on your shoulder, then you open a timeline and forgive it.',
      },
    ],
  },
  {
    slug: 'harbor-27-desktop',
    name: 'Harbor 27 All-in-One Desktop',
    sku: 'CMP-HRB27',
    category: 'laptops-desktops',
    description:
      'A 27-inch computer and screen in one slim body with a single cable to the wall. The stand adjusts in height and tilt, and ' +
      'the camera slides away when you do not need it. A matching keyboard is included.',
    picture: { emoji: '1f5a5-fe0f', tint: 185 },
    price: 134900,
    attributes: { Screen: '27 inch', Memory: '16 GB', Weight: '7.4 kg', Form: 'Desktop' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Silver', code: 'SLV', picture: { tint: 185 } },
          { value: 'Midnight', code: 'MID', picture: { tint: 240, hue: 320, brightness: 0.55 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '512 GB', code: '512' },
          { value: '1 TB', code: '1T', surcharge: 13000 },
        ],
      },
    ],
    stock: [11, 17, 8, 20],
    sold: 112,
    daysAgo: 270,
    recommends: ['clack-mechanical-keyboard', 'orbit-trackball', 'meridian-14-laptop'],
    reviews: [
      { rating: 5, title: 'Tidy desk', body: 'One cable and it was done. My study looks calm again.', author: 'Birgit S.', daysAgo: 54 },
      {
        rating: 4,
        title: 'Bright, sharp screen',
        author: 'Aaron Y.',
        daysAgo: 118,
        body: 'Two documents fit side by side with room to spare.',
      },
      {
        rating: 2,
        title: 'Ports at the back',
        author: 'Milo C.',
        daysAgo: 206,
        body: 'Lovely picture, but reaching behind for every USB stick is annoying.',
      },
    ],
  },
  {
    slug: 'clack-mechanical-keyboard',
    name: 'Clack Mechanical Keyboard',
    sku: 'CMP-CLACK',
    category: 'keyboards-mice-printers',
    description:
      'A compact mechanical keyboard with brown switches that are lively but office-safe. The keycaps are thick PBT with legends ' +
      'that will not wear off. It connects over USB-C or to three devices by Bluetooth.',
    picture: { emoji: '2328-fe0f', tint: 250 },
    price: 12900,
    attributes: { Type: 'Keyboard', Connection: 'USB-C and Bluetooth', Battery: 'Rechargeable', Material: 'Aluminum' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Fog', code: 'FOG', picture: { tint: 250 } },
          { value: 'Carbon', code: 'CRB', picture: { tint: 215, saturation: 0.1, brightness: 0.5 } },
          { value: 'Peach', code: 'PCH', picture: { tint: 25, hue: 120, saturation: 3 } },
          { value: 'Pistachio', code: 'PST', picture: { tint: 100, hue: 180, saturation: 3 } },
        ],
      },
    ],
    stock: [48, 84, 22, 17],
    sold: 503,
    daysAgo: 155,
    recommends: ['featherline-slim-keyboard', 'pebble-wireless-mouse', 'orbit-trackball'],
    reviews: [
      {
        rating: 5,
        title: 'A joy to type on',
        author: 'Elif K.',
        daysAgo: 19,
        body: 'I write all day and my hands are less tired. Sounds like rain on a tent.',
      },
      {
        rating: 4,
        title: 'Solid build',
        author: 'Marcus D.',
        daysAgo: 51,
        body: 'Heavy enough to stay put. Setup for Bluetooth is in a tiny leaflet.',
      },
      { rating: 5, title: 'Peach is perfect', body: 'It brightened my whole desk and the keys feel crisp.', author: 'Joy P.', daysAgo: 80 },
      {
        rating: 4,
        title: 'Not silent',
        author: 'Alek V.',
        daysAgo: 109,
        body: 'Quieter than my old one, though my roommate can still tell when I work.',
      },
    ],
  },
  {
    slug: 'featherline-slim-keyboard',
    name: 'Featherline Slim Keyboard',
    sku: 'CMP-FTHR',
    category: 'keyboards-mice-printers',
    description:
      'A flat wireless keyboard with scissor keys and a full number pad. It is 14 mm thick, weighs less than a paperback and ' +
      'charges twice a year. Works with any computer or tablet.',
    picture: { emoji: '2328-fe0f', tint: 215, hue: 330, saturation: 2.5, brightness: 0.7 },
    price: 5490,
    attributes: { Type: 'Keyboard', Connection: 'Bluetooth', Battery: 'Rechargeable', Material: 'Recycled plastic' },
    stock: [61],
    sold: 237,
    daysAgo: 290,
    recommends: ['clack-mechanical-keyboard', 'pebble-wireless-mouse'],
    reviews: [
      {
        rating: 4,
        title: 'Slim and quiet',
        author: 'Petra H.',
        daysAgo: 88,
        body: 'Just right for the shared office. Number pad is a little cramped.',
      },
      { rating: 5, title: 'Charged once since spring', body: 'I forgot it even has a battery.', author: 'Liam G.', daysAgo: 151 },
    ],
  },
  {
    slug: 'pebble-wireless-mouse',
    name: 'Pebble Wireless Mouse',
    sku: 'CMP-PEBBL',
    category: 'keyboards-mice-printers',
    description:
      'A rounded wireless mouse that fits both hands. The buttons are silent and the wheel is metal with soft steps. One AA ' +
      'battery lasts about eighteen months.',
    picture: { emoji: '1f5b1-fe0f', tint: 280 },
    price: 3490,
    compareAt: 3990,
    attributes: { Type: 'Mouse', Connection: 'Bluetooth', Battery: '1 × AA', Material: 'Recycled plastic' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'White', code: 'WHT', picture: { tint: 280 } },
          { value: 'Black', code: 'BLK', picture: { tint: 210, saturation: 0.1, brightness: 0.4 } },
          { value: 'Petal', code: 'PTL', picture: { tint: 340, hue: 60, saturation: 3 } },
          { value: 'Fern', code: 'FRN', picture: { tint: 115, hue: 180, saturation: 3.5, brightness: 0.9 } },
        ],
      },
    ],
    stock: [118, 97, 40, 33],
    sold: 689,
    daysAgo: 222,
    recommends: ['clack-mechanical-keyboard', 'featherline-slim-keyboard', 'orbit-trackball'],
    reviews: [
      { rating: 5, title: 'Truly silent', body: 'I can work in bed without waking anyone.', author: 'Sara W.', daysAgo: 22 },
      {
        rating: 4,
        title: 'Nice shape',
        author: 'Dmitri O.',
        daysAgo: 67,
        body: 'Comfortable for small hands. Larger hands may want more height.',
      },
      { rating: 4, title: 'Battery keeps going', body: 'A year in and still on the first one.', author: 'Leah M.', daysAgo: 170 },
    ],
  },
  {
    slug: 'orbit-trackball',
    name: 'Orbit Trackball',
    sku: 'CMP-ORBIT',
    category: 'keyboards-mice-printers',
    description:
      'A trackball with a large polished ball that turns on steel bearings, so your wrist can stay where it is. The ball pops ' +
      'out for cleaning with a push from below. Four buttons can be set as you like.',
    picture: { emoji: '1f5b2-fe0f', tint: 355 },
    price: 6995,
    attributes: { Type: 'Mouse', Connection: 'USB-C and Bluetooth', Battery: 'Rechargeable', Material: 'Recycled plastic' },
    stock: [26],
    sold: 84,
    daysAgo: 58,
    recommends: ['pebble-wireless-mouse', 'clack-mechanical-keyboard'],
    reviews: [
      {
        rating: 5,
        title: 'Saved my wrist',
        author: 'Noor A.',
        daysAgo: 13,
        body: 'After a week the ache was gone. The ball glides beautifully.',
      },
      {
        rating: 3,
        title: 'Takes practice',
        author: 'Hugo B.',
        daysAgo: 35,
        body: 'Good for browsing, but I still reach for a mouse when I draw.',
      },
      { rating: 5, title: 'Little desk footprint', body: 'Fits beside my laptop on a tiny cafe table.', author: 'Tess N.', daysAgo: 46 },
    ],
  },
  {
    slug: 'inkwell-photo-printer',
    name: 'Inkwell Photo Printer',
    sku: 'CMP-INKWL',
    category: 'keyboards-mice-printers',
    description:
      'A home printer with four refillable ink tanks in place of cartridges. One filling prints about 4,500 pages, and ' +
      'borderless photos up to A4 come out crisp. Scans and copies too, over Wi-Fi or cable.',
    picture: { emoji: '1f5a8-fe0f', tint: 225 },
    price: 17900,
    attributes: { Type: 'Printer', Connection: 'Wi-Fi and USB', Material: 'Recycled plastic' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Indigo', code: 'IND', picture: { tint: 225 } },
          { value: 'Stone', code: 'STN', picture: { tint: 40, saturation: 0.15 } },
        ],
      },
    ],
    stock: [22, 0],
    sold: 131,
    daysAgo: 365,
    recommends: ['plateau-16-creator-laptop', 'harbor-27-desktop'],
    reviews: [
      {
        rating: 5,
        title: 'Goodbye cartridges',
        author: 'Janet U.',
        daysAgo: 99,
        body: 'We printed a whole school year on the ink that came with it.',
      },
      {
        rating: 4,
        title: 'Photos look great',
        author: 'Viktor S.',
        daysAgo: 178,
        body: 'Skin tones are natural. The first filling takes patience.',
      },
      { rating: 2, title: 'Loud at night', body: 'It cleans itself at odd hours and wakes the dog.', author: 'Paula E.', daysAgo: 240 },
      { rating: 4, title: 'Easy Wi-Fi', body: 'Found by every phone in the house within a minute.', author: 'Chidi O.', daysAgo: 300 },
    ],
  },
]
