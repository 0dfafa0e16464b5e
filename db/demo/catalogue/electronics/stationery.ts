import type { DemoProduct } from '../../types'

export const stationery: DemoProduct[] = [
  {
    slug: 'elmwood-bound-notebook',
    name: 'Elmwood Bound Notebook',
    sku: 'STN-ELMWD',
    category: 'stationery',
    description:
      'A hardback notebook with 192 pages of smooth cream paper that takes fountain pen ink without bleeding. The spine is ' +
      'thread-sewn, so it lies flat. Elastic, ribbon and a pocket in the back cover.',
    picture: { emoji: '1f4d3', tint: 270 },
    price: 1895,
    attributes: { Type: 'Notebook', Material: 'Linen', Format: 'A5', Pages: '192' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Aubergine', code: 'AUB', picture: { tint: 270 } },
          { value: 'Rust', code: 'RST', picture: { tint: 15, hue: 85 } },
          { value: 'Pine', code: 'PIN', picture: { tint: 150, hue: 215 } },
          { value: 'Ocean', code: 'OCN', picture: { tint: 205, hue: 315 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'A6', code: 'A6', surcharge: -500 },
          { value: 'A5', code: 'A5' },
        ],
      },
    ],
    stock: [70, 112, 45, 88, 33, 96, 5, 77],
    sold: 764,
    daysAgo: 142,
    recommends: ['confetti-dream-journal', 'quill-fountain-pen', 'draftline-pencil-set'],
    reviews: [
      { rating: 5, title: 'Ink stays put', body: 'No ghosting with my wettest pen. I am on my fourth.', author: 'Cecily R.', daysAgo: 13 },
      { rating: 5, title: 'Lies flat', body: 'A small thing that makes all the difference at a desk.', author: 'Hamid N.', daysAgo: 49 },
      { rating: 4, title: 'Nice in pine', body: 'Cover marks a little in my bag, which I rather like.', author: 'Joelle P.', daysAgo: 84 },
      { rating: 4, title: 'Good paper', body: 'Wish there were a dotted version.', author: 'Stan W.', daysAgo: 121 },
    ],
  },
  {
    slug: 'confetti-dream-journal',
    name: 'Confetti Dream Journal',
    sku: 'STN-CONFT',
    category: 'stationery',
    description:
      'A journal with a printed confetti cover and 160 dotted pages for plans, lists and dreams. The paper is 100 g and ' +
      'recycled. Two ribbons, one for today and one for someday.',
    picture: { emoji: '1f4d4', tint: 315 },
    price: 1650,
    attributes: { Type: 'Notebook', Material: 'Recycled paper', Format: 'A5', Pages: '160' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Night', code: 'NGT', picture: { tint: 315 } },
          { value: 'Cocoa', code: 'COC', picture: { tint: 30, hue: 110 } },
          { value: 'Deep sea', code: 'SEA', picture: { tint: 195, hue: 280 } },
        ],
      },
    ],
    stock: [66, 52, 39],
    sold: 291,
    daysAgo: 48,
    recommends: ['elmwood-bound-notebook', 'ringbound-project-pad'],
    reviews: [
      { rating: 5, title: 'Cheers me up', body: 'It sits by my bed and I actually write in it.', author: 'Poppy L.', daysAgo: 16 },
      { rating: 4, title: 'Two ribbons!', body: 'Why does not every journal have two?', author: 'Marek S.', daysAgo: 33 },
    ],
  },
  {
    slug: 'ringbound-project-pad',
    name: 'Ringbound Project Book',
    sku: 'STN-RINGB',
    category: 'stationery',
    description:
      'A spiral notebook with a stiff card cover that works as its own table. The pages are ruled, perforated and punched for a ' +
      'binder. Made from recycled card and paper.',
    picture: { emoji: '1f4d2', tint: 55 },
    price: 990,
    attributes: { Type: 'Notebook', Material: 'Recycled paper', Format: 'A4', Pages: '140' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Lemon', code: 'LEM', picture: { tint: 55 } },
          { value: 'Aqua', code: 'AQU', picture: { tint: 180, hue: 110 } },
          { value: 'Lilac', code: 'LIL', picture: { tint: 275, hue: 210, saturation: 0.8 } },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: 'Single', code: '1' },
          { value: 'Pack of 3', code: '3', surcharge: 1500 },
        ],
      },
    ],
    stock: [120, 64, 98, 41, 57, 0],
    sold: 556,
    daysAgo: 307,
    recommends: ['elmwood-bound-notebook', 'draftline-pencil-set', 'rollerline-ballpoint-pen'],
    reviews: [
      {
        rating: 4,
        title: 'Tears out cleanly',
        author: 'Sunita K.',
        daysAgo: 72,
        body: 'The perforation works, at last. Three for each semester.',
      },
      { rating: 3, title: 'Rings bend', body: 'Good paper, but the spiral got squashed in my backpack.', author: 'Kyle F.', daysAgo: 158 },
      { rating: 5, title: 'Stiff cover', body: 'I write standing up on site and it holds.', author: 'Renate B.', daysAgo: 230 },
    ],
  },
  {
    slug: 'quill-fountain-pen',
    name: 'Quill Fountain Pen',
    sku: 'STN-QUILL',
    category: 'stationery',
    description:
      'A slim fountain pen in anodized aluminum with a steel nib that starts at once. The cap posts firmly and the clip is ' +
      'sprung. Takes standard cartridges or the converter in the box.',
    picture: { emoji: '1f58b-fe0f', tint: 215 },
    price: 4950,
    compareAt: 5950,
    attributes: { Type: 'Pen', Material: 'Aluminum', Length: '14 cm' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Azure', code: 'AZU', picture: { tint: 215 } },
          { value: 'Mulberry', code: 'MUL', picture: { tint: 335, hue: 85 } },
          { value: 'Fir', code: 'FIR', picture: { tint: 130, hue: 220 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Fine', code: 'F' },
          { value: 'Medium', code: 'M' },
        ],
      },
    ],
    stock: [31, 46, 22, 28, 4, 19],
    sold: 238,
    daysAgo: 92,
    recommends: ['elmwood-bound-notebook', 'rollerline-ballpoint-pen'],
    reviews: [
      {
        rating: 5,
        title: 'Starts every time',
        author: 'Yvonne C.',
        daysAgo: 25,
        body: 'Even after two weeks in a drawer. The fine nib is truly fine.',
      },
      { rating: 5, title: 'Well balanced', body: 'My handwriting has improved, honestly.', author: 'Bram D.', daysAgo: 61 },
      { rating: 4, title: 'Slightly slim', body: 'I would like a thicker grip, otherwise lovely.', author: 'Otis G.', daysAgo: 86 },
    ],
  },
  {
    slug: 'rollerline-ballpoint-pen',
    name: 'Rollerline Ballpoint Pen',
    sku: 'STN-ROLLR',
    category: 'stationery',
    description:
      'A twist ballpoint in lacquered brass with a pleasant weight. The ink is smooth and dries at once, which left-handers will ' +
      'notice. Refills are a standard size.',
    picture: { emoji: '1f58a-fe0f', tint: 45 },
    price: 1290,
    attributes: { Type: 'Pen', Material: 'Brass', Length: '13 cm' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Royal', code: 'ROY', picture: { tint: 45 } },
          { value: 'Berry', code: 'BRY', picture: { tint: 330, hue: 100 } },
          { value: 'Jade', code: 'JAD', picture: { tint: 160, hue: 270 } },
        ],
      },
    ],
    stock: [93, 70, 55],
    sold: 631,
    daysAgo: 217,
    recommends: ['quill-fountain-pen', 'ringbound-project-pad'],
    reviews: [
      { rating: 4, title: 'No smears', body: 'Left-handed and impressed.', author: 'Tova E.', daysAgo: 107 },
      { rating: 5, title: 'Feels expensive', body: 'Heavy, smooth and under fifteen dollars.', author: 'Darnell P.', daysAgo: 169 },
    ],
  },
  {
    slug: 'draftline-pencil-set',
    name: 'Draftline Pencil Set',
    sku: 'STN-DRAFT',
    category: 'stationery',
    description:
      'Cedar pencils with a smooth graphite core that sharpens to a long point. Each has a soft eraser that does not smear. ' +
      'Packed in a card box without plastic.',
    picture: { emoji: '270f-fe0f', tint: 20 },
    price: 890,
    attributes: { Type: 'Pencil', Material: 'Cedar', Length: '18 cm' },
    options: [
      {
        name: 'Set',
        values: [
          { value: 'Box of 6', code: '6' },
          { value: 'Box of 12', code: '12', surcharge: 600 },
          { value: 'Box of 24', code: '24', surcharge: 1600 },
        ],
      },
    ],
    stock: [84, 115, 37],
    sold: 472,
    daysAgo: 372,
    recommends: ['ringbound-project-pad', 'elmwood-bound-notebook'],
    reviews: [
      {
        rating: 5,
        title: 'They smell right',
        author: 'Ingrid A.',
        daysAgo: 146,
        body: 'Like the first day of school. Sharpen beautifully.',
      },
      { rating: 4, title: 'Good eraser', body: 'Finally an eraser that erases.', author: 'Cole V.', daysAgo: 288 },
    ],
  },
]
