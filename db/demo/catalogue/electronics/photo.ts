import type { DemoProduct } from '../../types'

export const photo: DemoProduct[] = [
  {
    slug: 'vista-35-compact-camera',
    name: 'Vista 35 Compact Camera',
    sku: 'CAM-VST35',
    category: 'cameras',
    description:
      'A pocket camera with a fixed 35 mm lens and a dial for everything that matters. The body is aluminum with a textured wrap ' +
      'that gives a sure grip. Photos travel to your phone over Wi-Fi.',
    picture: { emoji: '1f4f7', tint: 255 },
    price: 64900,
    attributes: { Type: 'Digital camera', Resolution: '24 MP', Weight: '320 g', Storage: 'SD card' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Silver', code: 'SLV', picture: { tint: 255 } },
          { value: 'Black', code: 'BLK', picture: { tint: 215, saturation: 0.1, brightness: 0.5 } },
          { value: 'Walnut', code: 'WAL', picture: { tint: 28, hue: 120, saturation: 2.5, brightness: 0.8 } },
        ],
      },
    ],
    stock: [18, 27, 4],
    sold: 174,
    daysAgo: 110,
    recommends: ['flashbulb-instant-camera', 'journal-camcorder', 'matinee-film-projector'],
    reviews: [
      {
        rating: 5,
        title: 'Made me walk more',
        author: 'Ivy R.',
        daysAgo: 23,
        body: 'I take it everywhere. Real dials make me slow down and look.',
      },
      {
        rating: 4,
        title: 'Lovely pictures',
        author: 'Bastian W.',
        daysAgo: 50,
        body: 'Colors straight from the camera are gentle. No zoom, as promised.',
      },
      { rating: 5, title: 'Pocketable', body: 'Fits my coat pocket with room for keys.', author: 'Mei L.', daysAgo: 97 },
    ],
  },
  {
    slug: 'flashbulb-instant-camera',
    name: 'Flashbulb Instant Camera',
    sku: 'CAM-FLASH',
    category: 'cameras',
    description:
      'An instant camera that hands you a card-sized print a minute later. The flash sets itself, and a small mirror beside the ' +
      'lens helps with self-portraits. Takes standard mini film, ten sheets included.',
    picture: { emoji: '1f4f8', tint: 50 },
    price: 9990,
    compareAt: 11990,
    attributes: { Type: 'Instant camera', Resolution: 'Film', Weight: '290 g', Storage: 'Mini film' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Dove', code: 'DOV', picture: { tint: 50 } },
          { value: 'Lavender', code: 'LAV', picture: { tint: 275, saturation: 3 } },
          { value: 'Blossom', code: 'BLO', picture: { tint: 340, hue: 60, saturation: 2.5 } },
          { value: 'Clover', code: 'CLO', picture: { tint: 120, hue: 180, saturation: 2.5 } },
        ],
      },
    ],
    stock: [49, 62, 5, 38],
    sold: 577,
    daysAgo: 82,
    recommends: ['vista-35-compact-camera', 'journal-camcorder'],
    reviews: [
      { rating: 5, title: 'Hit of the party', body: 'We filled a whole guest book in one evening.', author: 'Nora P.', daysAgo: 7 },
      {
        rating: 4,
        title: 'Bright flash',
        author: 'Quentin D.',
        daysAgo: 29,
        body: 'Great indoors. In full sun the prints are a little pale.',
      },
      { rating: 4, title: 'Film adds up', body: 'Delightful camera, just budget for film.', author: 'Sophie G.', daysAgo: 56 },
      {
        rating: 5,
        title: 'Even grandpa uses it',
        author: 'Ada N.',
        daysAgo: 75,
        body: 'One button, one photo. He carries the prints in his wallet.',
      },
    ],
  },
  {
    slug: 'journal-camcorder',
    name: 'Journal Camcorder',
    sku: 'CAM-JRNL',
    category: 'cameras',
    description:
      'A light camcorder with a 20× optical zoom and a screen that folds to the front. The stabilizer smooths out your steps, ' +
      'and the microphone has a furry windshield. Records 4K for two hours per battery.',
    picture: { emoji: '1f4f9', tint: 235 },
    price: 38900,
    attributes: { Type: 'Video camera', Resolution: '4K', Weight: '410 g', Storage: 'SD card' },
    stock: [16],
    sold: 66,
    daysAgo: 275,
    recommends: ['reelhouse-cinema-camera', 'vista-35-compact-camera', 'flashbulb-instant-camera'],
    reviews: [
      {
        rating: 4,
        title: 'School plays in focus',
        author: 'Gwen T.',
        daysAgo: 70,
        body: 'From the last row I still get faces. Menus are a bit old-fashioned.',
      },
      { rating: 5, title: 'Better than my phone', body: 'Zoom and sound are in another league.', author: 'Rui F.', daysAgo: 144 },
      {
        rating: 3,
        title: 'Battery gauge jumps',
        author: 'Carol B.',
        daysAgo: 230,
        body: 'Nice video, but it says half full and then stops.',
      },
    ],
  },
  {
    slug: 'reelhouse-cinema-camera',
    name: 'Reelhouse Cinema Camera',
    sku: 'CAM-REEL',
    category: 'cameras',
    description:
      'A cinema camera for small crews, with a large sensor and a standard lens mount. Rods, handle and monitor screw straight ' +
      'onto the cage. Records to ordinary solid-state drives, so a shooting day stays affordable.',
    picture: { emoji: '1f3a5', tint: 295 },
    price: 219900,
    attributes: { Type: 'Video camera', Resolution: '6K', Weight: '1.9 kg', Storage: 'SSD' },
    stock: [6],
    sold: 19,
    daysAgo: 33,
    recommends: ['journal-camcorder', 'matinee-film-projector'],
    reviews: [
      {
        rating: 5,
        title: 'Skin tones to love',
        author: 'Kofi A.',
        daysAgo: 14,
        body: 'We shot a short with two lamps and it looks like cinema.',
      },
      { rating: 4, title: 'Learn it first', body: 'Deep menus and a real manual. Read it, it pays off.', author: 'Saskia M.', daysAgo: 28 },
    ],
  },
  {
    slug: 'matinee-film-projector',
    name: 'Matinee Film Projector',
    sku: 'CAM-MATIN',
    category: 'projectors-optics',
    description:
      'A home projector in the shape of an old reel machine, with a modern LED lamp inside. It throws a 2.5 meter picture onto ' +
      'any pale wall and focuses by itself. The lamp is rated for 25,000 hours.',
    picture: { emoji: '1f4fd-fe0f', tint: 260 },
    price: 47900,
    attributes: { Type: 'Projector', Power: 'Mains', Weight: '2.6 kg' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Pewter', code: 'PEW', picture: { tint: 260 } },
          { value: 'Soot', code: 'SOO', picture: { tint: 220, saturation: 0.3, brightness: 0.5 } },
        ],
      },
    ],
    stock: [13, 21],
    sold: 83,
    daysAgo: 175,
    recommends: ['clubroom-retro-television', 'perseid-telescope', 'vista-35-compact-camera'],
    reviews: [
      {
        rating: 5,
        title: 'Movie night is back',
        author: 'Hector V.',
        daysAgo: 49,
        body: 'Sheet on the wall, popcorn, done. The kids love the reels.',
      },
      {
        rating: 4,
        title: 'Sharp picture',
        author: 'Lina O.',
        daysAgo: 111,
        body: 'Best with curtains closed. Fan is audible in quiet scenes.',
      },
      {
        rating: 5,
        title: 'Pretty when off',
        author: 'Abby C.',
        daysAgo: 160,
        body: 'It stays on the sideboard because it looks that good.',
      },
    ],
  },
  {
    slug: 'clubroom-retro-television',
    name: 'Clubroom Retro Television',
    sku: 'CAM-CLUB',
    category: 'projectors-optics',
    description:
      'A 24-inch television with a rounded case, real knobs and tapered wooden feet. Inside is a modern full-HD panel with two ' +
      'HDMI sockets and streaming built in. Made for a bedroom, a studio or a corner of the kitchen.',
    picture: { emoji: '1f4fa', tint: 200 },
    price: 32900,
    attributes: { Type: 'Television', Power: 'Mains', Weight: '5.1 kg' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Dove', code: 'DOV', picture: { tint: 200 } },
          { value: 'Rosewood', code: 'RSW', picture: { tint: 350, hue: 70, saturation: 2.2, brightness: 0.8 } },
        ],
      },
    ],
    stock: [15, 7],
    sold: 121,
    daysAgo: 320,
    recommends: ['matinee-film-projector', 'perseid-telescope'],
    reviews: [
      {
        rating: 4,
        title: 'Big smile in the corner',
        author: 'Fergus H.',
        daysAgo: 104,
        body: 'Knobs really work. Sound is fine for news and cartoons.',
      },
      {
        rating: 5,
        title: 'Guests always ask',
        author: 'Tilda S.',
        daysAgo: 215,
        body: 'Everyone thinks it is an antique until it starts streaming.',
      },
      { rating: 2, title: 'Remote feels cheap', body: 'Set itself is lovely, the remote not so much.', author: 'Ray M.', daysAgo: 280 },
    ],
  },
  {
    slug: 'perseid-telescope',
    name: 'Perseid 80 Telescope',
    sku: 'OPT-PERS',
    category: 'projectors-optics',
    description:
      'An 80 mm refractor telescope on a steady beech tripod, good for the Moon, Jupiter and clear country nights. Two eyepieces ' +
      'and a star map are in the box. It sets up without tools in about five minutes.',
    picture: { emoji: '1f52d', tint: 230 },
    price: 28900,
    attributes: { Type: 'Telescope', Magnification: '120×', Weight: '4.8 kg' },
    stock: [24],
    sold: 148,
    daysAgo: 136,
    recommends: ['lens-and-leaf-microscope', 'inspector-magnifying-glass', 'matinee-film-projector'],
    reviews: [
      {
        rating: 5,
        title: 'We saw the rings',
        author: 'Dario N.',
        daysAgo: 43,
        body: 'Saturn on the second night. My son would not go to bed.',
      },
      { rating: 4, title: 'Good first scope', body: 'Tripod is sturdy. The star map could be larger.', author: 'Wilma K.', daysAgo: 85 },
      { rating: 5, title: 'Clear and simple', body: 'No app, no batteries, just sky.', author: 'Jasper E.', daysAgo: 119 },
    ],
  },
  {
    slug: 'lens-and-leaf-microscope',
    name: 'Lens & Leaf Microscope',
    sku: 'OPT-LEAF',
    category: 'projectors-optics',
    description:
      'A metal microscope with three glass objectives and an LED that lights from below or above. Good for pond water, onion ' +
      'skin and the wing of a fly. Comes with ten prepared slides and ten empty ones.',
    picture: { emoji: '1f52c', tint: 165 },
    price: 11900,
    attributes: { Type: 'Microscope', Magnification: '400×', Power: '3 × AA', Weight: '1.4 kg' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Ivory', code: 'IVO', picture: { tint: 165 } },
          { value: 'Willow', code: 'WIL', picture: { tint: 95, hue: 180, saturation: 2.2, brightness: 0.9 } },
        ],
      },
    ],
    stock: [39, 0],
    sold: 205,
    daysAgo: 62,
    recommends: ['perseid-telescope', 'inspector-magnifying-glass'],
    reviews: [
      {
        rating: 5,
        title: 'Not a toy',
        author: 'Ms. Ortega R.',
        daysAgo: 18,
        body: 'Solid metal and proper glass. The class has used it daily.',
      },
      { rating: 4, title: 'Hours of fun', body: 'We have looked at everything in the fridge.', author: 'Bruno S.', daysAgo: 34 },
    ],
  },
  {
    slug: 'inspector-magnifying-glass',
    name: 'Inspector Magnifying Glass',
    sku: 'OPT-INSP',
    category: 'projectors-optics',
    description:
      'A hand lens of ground glass, 75 mm across, in a metal ring with a turned wooden handle. It enlarges three times without ' +
      'bending the edges. Handy for maps, stamps and small print.',
    picture: { emoji: '1f50d', tint: 285 },
    price: 1895,
    attributes: { Type: 'Magnifier', Magnification: '3×', Weight: '120 g' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Plum', code: 'PLM', picture: { tint: 285 } },
          { value: 'Oxblood', code: 'OXB', picture: { tint: 5, hue: 70 } },
          { value: 'Bottle green', code: 'BTL', picture: { tint: 150, hue: 230 } },
        ],
      },
    ],
    stock: [81, 36, 58],
    sold: 302,
    daysAgo: 349,
    recommends: ['lens-and-leaf-microscope', 'perseid-telescope'],
    reviews: [
      {
        rating: 4,
        title: 'Clear to the edge',
        author: 'Edith L.',
        daysAgo: 132,
        body: 'I read old letters with it. The handle is nicely balanced.',
      },
      { rating: 5, title: 'Detective gear', body: 'My daughter has solved three cases this week.', author: 'Roman P.', daysAgo: 260 },
    ],
  },
]
