import type { DemoProduct } from '../../types'

export const instruments: DemoProduct[] = [
  {
    slug: 'canyon-electric-guitar',
    name: 'Canyon Electric Guitar',
    sku: 'GTR-CANYN',
    category: 'guitars-strings',
    description:
      'A solid-body electric guitar in alder with a bolt-on maple neck and three single-coil pickups. The neck is satin, so your ' +
      'hand never sticks. Leaves the workshop set up and ready to play, with a gig bag.',
    picture: { emoji: '1f3b8', tint: 345 },
    price: 54900,
    attributes: { Type: 'Electric guitar', Material: 'Alder', Level: 'Intermediate', 'Body size': 'Full' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Flame red', code: 'RED', picture: { tint: 345 } },
          { value: 'Burnt orange', code: 'ORG', picture: { tint: 25, hue: 40 } },
          { value: 'Lake teal', code: 'TEA', picture: { tint: 180, hue: 180 } },
          { value: 'Electric blue', code: 'BLU', picture: { tint: 215, hue: 225 } },
        ],
      },
    ],
    stock: [17, 12, 22, 3],
    sold: 167,
    daysAgo: 105,
    recommends: ['canyon-left-handed-guitar', 'short-line-travel-guitar', 'porch-five-string-banjo'],
    reviews: [
      { rating: 5, title: 'Plays like butter', body: 'Low action, no buzz, straight out of the box.', author: 'Desmond K.', daysAgo: 19 },
      {
        rating: 4,
        title: 'Clean and bright',
        author: 'Alma V.',
        daysAgo: 53,
        body: 'Pickups sparkle. I swapped the strings for heavier ones.',
      },
      { rating: 5, title: 'Teal is stunning', body: 'Photos do not do the finish justice.', author: 'Piotr Z.', daysAgo: 90 },
    ],
  },
  {
    slug: 'canyon-left-handed-guitar',
    name: 'Canyon Left-Handed Guitar',
    sku: 'GTR-CNYL',
    category: 'guitars-strings',
    description:
      'The Canyon built for left-handed players, not just restrung. Controls, nut and body cuts are all mirrored. Gray satin ' +
      'finish that hides fingerprints.',
    picture: { emoji: '1f3b8', tint: 215, saturation: 0.15, brightness: 0.9 },
    price: 57900,
    attributes: { Type: 'Electric guitar', Material: 'Alder', Level: 'Intermediate', 'Body size': 'Full' },
    stock: [8],
    sold: 31,
    daysAgo: 100,
    recommends: ['canyon-electric-guitar', 'short-line-travel-guitar'],
    reviews: [
      {
        rating: 5,
        title: 'Finally one for us',
        author: 'Lorna B.',
        daysAgo: 42,
        body: 'Everything is where it should be. Thank you for not making it an afterthought.',
      },
      {
        rating: 4,
        title: 'Wish for colors',
        author: 'Ewan G.',
        daysAgo: 81,
        body: 'Plays great, gray is fine, but let lefties have teal as well.',
      },
    ],
  },
  {
    slug: 'short-line-travel-guitar',
    name: 'Short Line Travel Guitar',
    sku: 'GTR-SHORT',
    category: 'guitars-strings',
    description:
      'A three-quarter electric guitar with a tiny headphone amplifier built into the body. Nine volts, a pair of headphones and ' +
      'you can practice anywhere. Suits children from about eight and grown-ups on trains.',
    picture: { emoji: '1f3b8', tint: 290, hue: 320 },
    price: 23900,
    compareAt: 27900,
    attributes: { Type: 'Electric guitar', Material: 'Basswood', Level: 'Beginner', 'Body size': 'Three-quarter' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Violet', code: 'VIO', picture: { tint: 290, hue: 320 } },
          { value: 'Grass', code: 'GRS', picture: { tint: 130, hue: 140 } },
        ],
      },
    ],
    stock: [33, 26],
    sold: 244,
    daysAgo: 183,
    recommends: ['canyon-electric-guitar', 'porch-five-string-banjo'],
    reviews: [
      {
        rating: 5,
        title: 'Hotel room hero',
        author: 'Sid M.',
        daysAgo: 38,
        body: 'I play every night on tour without a single complaint.',
      },
      {
        rating: 4,
        title: 'Good first guitar',
        author: 'Rania T.',
        daysAgo: 94,
        body: 'My son is nine and can reach everything. Tuning slips a little when new.',
      },
      { rating: 3, title: 'Amp is basic', body: 'Fun to carry, though the built-in sound is rather thin.', author: 'Gil A.', daysAgo: 152 },
    ],
  },
  {
    slug: 'conservatory-violin',
    name: 'Conservatory Violin',
    sku: 'GTR-CONSV',
    category: 'guitars-strings',
    description:
      'A student violin with a solid spruce top, a maple back and ebony fittings. It is set up by a violin maker before ' +
      'shipping. Bow, rosin, shoulder rest and a light case are included.',
    picture: { emoji: '1f3bb', tint: 20 },
    price: 42900,
    attributes: { Type: 'Violin', Material: 'Spruce', Level: 'Beginner', 'Body size': 'Full' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '1/2', code: '12', surcharge: -6000 },
          { value: '3/4', code: '34', surcharge: -3000 },
          { value: '4/4', code: '44' },
        ],
      },
      {
        name: 'Finish',
        values: [
          { value: 'Chestnut', code: 'CHE', picture: { tint: 20 } },
          { value: 'Amber', code: 'AMB', picture: { tint: 35, hue: 10, saturation: 2, brightness: 1.1 } },
        ],
      },
    ],
    stock: [11, 6, 14, 5, 22, 18],
    notMade: [['1/2', 'Amber']],
    sold: 89,
    daysAgo: 228,
    recommends: ['porch-five-string-banjo', 'canyon-electric-guitar'],
    reviews: [
      {
        rating: 5,
        title: 'Teacher was impressed',
        author: 'Hilde S.',
        daysAgo: 66,
        body: 'She expected a toy and ended up playing it for ten minutes.',
      },
      { rating: 4, title: 'Warm tone', body: 'A little quiet when new, opening up nicely.', author: 'Arun P.', daysAgo: 117 },
      {
        rating: 4,
        title: 'Complete set',
        author: 'Monique F.',
        daysAgo: 190,
        body: 'Nothing else to buy. The case zipper is a bit stiff.',
      },
    ],
  },
  {
    slug: 'porch-five-string-banjo',
    name: 'Porch Five-String Banjo',
    sku: 'GTR-PORCH',
    category: 'guitars-strings',
    description:
      'A five-string banjo with a maple rim, a frosted head and brass-colored hooks all the way around. Bright enough for ' +
      'bluegrass, mellow enough for the back porch. The resonator comes off for a softer sound.',
    picture: { emoji: '1fa95', tint: 40 },
    price: 31900,
    attributes: { Type: 'Banjo', Material: 'Maple', Level: 'Beginner', 'Body size': 'Full' },
    stock: [0],
    sold: 52,
    daysAgo: 294,
    recommends: ['canyon-electric-guitar', 'conservatory-violin'],
    reviews: [
      {
        rating: 5,
        title: 'Pure happiness',
        author: 'Wade C.',
        daysAgo: 77,
        body: 'Three chords in and the neighbors came over to listen.',
      },
      {
        rating: 4,
        title: 'Well made',
        author: 'Signe L.',
        daysAgo: 203,
        body: 'Hooks were even, the head was tight. It needed a new bridge position.',
      },
    ],
  },
  {
    slug: 'nocturne-stage-piano',
    name: 'Nocturne Stage Piano',
    sku: 'KEY-NOCT',
    category: 'keys-drums',
    description:
      'An 88-key digital piano with weighted hammers and a sampled concert grand. Two headphone sockets let teacher and student ' +
      'play at midnight. At 11 kg it goes under one arm.',
    picture: { emoji: '1f3b9', tint: 265 },
    price: 69900,
    compareAt: 79900,
    attributes: { Type: 'Keyboard', Material: 'Recycled plastic', Level: 'Intermediate', Power: 'Mains' },
    options: [
      {
        name: 'Set',
        values: [
          { value: 'Piano', code: 'PNO' },
          { value: 'With stand', code: 'STD', surcharge: 7000 },
          { value: 'With stand and bench', code: 'KIT', surcharge: 13000 },
        ],
      },
    ],
    stock: [12, 9, 15],
    sold: 134,
    daysAgo: 147,
    recommends: ['sketchpad-mini-keyboard', 'bal-musette-accordion', 'parade-snare-drum'],
    reviews: [
      {
        rating: 5,
        title: 'Real hammer feel',
        author: 'Yara B.',
        daysAgo: 24,
        body: 'I can keep up with my lessons without disturbing the house.',
      },
      { rating: 5, title: 'Light to carry', body: 'Gigs on the subway, no kidding.', author: 'Theo N.', daysAgo: 59 },
      {
        rating: 3,
        title: 'Speakers are modest',
        author: 'Agnes D.',
        daysAgo: 103,
        body: 'Through headphones it is lovely, on its own a little small.',
      },
      {
        rating: 4,
        title: 'Great key action',
        author: 'Walt H.',
        daysAgo: 131,
        body: 'Even and quiet. Stand takes two people to assemble.',
      },
    ],
  },
  {
    slug: 'sketchpad-mini-keyboard',
    name: 'Sketchpad Mini Keyboard',
    sku: 'KEY-SKTCH',
    category: 'keys-drums',
    description:
      'A 32-key mini keyboard for ideas on the go, with 60 sounds and a simple loop recorder. It runs on USB-C or four AA ' +
      'batteries. Also works as a controller for your computer.',
    picture: { emoji: '1f3b9', tint: 340, hue: 50, saturation: 2.2 },
    price: 8900,
    attributes: { Type: 'Keyboard', Material: 'Recycled plastic', Level: 'Beginner', Power: 'Battery' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sorbet', code: 'SOR', picture: { tint: 340, hue: 50, saturation: 2.2 } },
          { value: 'Seafoam', code: 'SEA', picture: { tint: 170, hue: 250, saturation: 2.2 } },
          { value: 'Straw', code: 'STR', picture: { tint: 50, hue: 140, saturation: 2.2 } },
        ],
      },
    ],
    stock: [58, 44, 0],
    sold: 316,
    daysAgo: 54,
    recommends: ['nocturne-stage-piano', 'fiesta-maracas'],
    reviews: [
      {
        rating: 4,
        title: 'Songs on the sofa',
        author: 'Jamie L.',
        daysAgo: 6,
        body: 'I wrote a whole chorus during a film. Keys are small but even.',
      },
      {
        rating: 5,
        title: 'Loop recorder is addictive',
        author: 'Camille R.',
        daysAgo: 31,
        body: 'My kids and I build a song every evening.',
      },
      { rating: 2, title: 'Thin built-in speaker', body: 'Good through the computer, poor without it.', author: 'Otto B.', daysAgo: 47 },
    ],
  },
  {
    slug: 'bal-musette-accordion',
    name: 'Bal Musette Accordion',
    sku: 'KEY-MUSET',
    category: 'keys-drums',
    description:
      'A 48-bass piano accordion with hand-tuned reeds and leather bellows corners. Light enough for a long evening of dancing, ' +
      'with padded straps. Delivered in a lined hard case.',
    picture: { emoji: '1fa97', tint: 5 },
    price: 89900,
    attributes: { Type: 'Accordion', Material: 'Beech', Level: 'Intermediate' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Scarlet pearl', code: 'SCA', picture: { tint: 5 } },
          { value: 'Emerald pearl', code: 'EMR', picture: { tint: 140, hue: 140 } },
          { value: 'Blue pearl', code: 'BLP', picture: { tint: 220, hue: 220 } },
        ],
      },
    ],
    stock: [5, 7, 9],
    sold: 23,
    daysAgo: 260,
    recommends: ['nocturne-stage-piano', 'savanna-djembe'],
    reviews: [
      {
        rating: 5,
        title: 'A voice of its own',
        author: 'Lucien A.',
        daysAgo: 95,
        body: 'Sweet, slightly wet tuning, just like the old records.',
      },
      { rating: 4, title: 'Heavy at first', body: 'Beautiful instrument. I needed a back strap.', author: 'Karin O.', daysAgo: 180 },
    ],
  },
  {
    slug: 'parade-snare-drum',
    name: 'Parade Snare Drum',
    sku: 'KEY-PARAD',
    category: 'keys-drums',
    description:
      'A 14-inch snare with a birch shell, rope-look trim and ten tension rods. The snares switch off with one lever for a ' +
      'tom-like tone. Two maple sticks come with it.',
    picture: { emoji: '1f941', tint: 355 },
    price: 17900,
    attributes: { Type: 'Drum', Material: 'Birch', Level: 'Beginner' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Crimson', code: 'CRI', picture: { tint: 355 } },
          { value: 'Green', code: 'GRN', picture: { tint: 130, hue: 140 } },
          { value: 'Royal blue', code: 'ROY', picture: { tint: 225, hue: 240 } },
        ],
      },
    ],
    stock: [20, 13, 17],
    sold: 78,
    daysAgo: 195,
    recommends: ['savanna-djembe', 'fiesta-maracas', 'nocturne-stage-piano'],
    reviews: [
      { rating: 5, title: 'Crisp and dry', body: 'Cuts right through the brass section.', author: 'Malik J.', daysAgo: 72 },
      { rating: 4, title: 'Good shell', body: 'Stays in tune for weeks. Sticks are just okay.', author: 'Freya H.', daysAgo: 137 },
    ],
  },
  {
    slug: 'savanna-djembe',
    name: 'Savanna Djembe',
    sku: 'KEY-SAVAN',
    category: 'keys-drums',
    description:
      'A hand drum carved from one piece of mahogany with a natural skin head. The rope lets you tune it as the weather changes. ' +
      'Deep in the middle, bright at the edge.',
    picture: { emoji: '1fa98', tint: 30 },
    price: 12900,
    attributes: { Type: 'Drum', Material: 'Mahogany', Level: 'Beginner' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '10 inch', code: '10', surcharge: -2500 },
          { value: '12 inch', code: '12' },
          { value: '14 inch', code: '14', surcharge: 3500 },
        ],
      },
    ],
    stock: [23, 30, 4],
    sold: 145,
    daysAgo: 88,
    recommends: ['parade-snare-drum', 'fiesta-maracas'],
    reviews: [
      {
        rating: 5,
        title: 'Big bass, small drum',
        author: 'Imani W.',
        daysAgo: 28,
        body: 'The 12 inch fills our circle without a microphone.',
      },
      {
        rating: 4,
        title: 'Smells of wood',
        author: 'Jonas E.',
        daysAgo: 60,
        body: 'Needed retuning after the trip, the leaflet explains it well.',
      },
      { rating: 5, title: 'Carved with care', body: 'You can feel the tool marks inside. Lovely work.', author: 'Petra M.', daysAgo: 79 },
    ],
  },
  {
    slug: 'fiesta-maracas',
    name: 'Fiesta Maracas',
    sku: 'KEY-FIEST',
    category: 'keys-drums',
    description:
      'A pair of wooden maracas, painted by hand in stripes and filled with seeds. The two are tuned slightly apart, as they ' +
      'should be. Sealed with a water-based lacquer.',
    picture: { emoji: '1fa87', tint: 120 },
    price: 1690,
    attributes: { Type: 'Percussion', Material: 'Birch', Level: 'Beginner' },
    stock: [107],
    sold: 423,
    daysAgo: 336,
    recommends: ['savanna-djembe', 'parade-snare-drum', 'sketchpad-mini-keyboard'],
    reviews: [
      {
        rating: 5,
        title: 'Instant party',
        author: 'Rosario P.',
        daysAgo: 125,
        body: 'They live on the kitchen shelf and come out every Friday.',
      },
      {
        rating: 4,
        title: 'Bright sound',
        author: 'Beth A.',
        daysAgo: 231,
        body: 'One is slightly louder than the other. My toddler does not care.',
      },
    ],
  },
]
