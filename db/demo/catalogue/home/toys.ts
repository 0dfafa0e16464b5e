import type { DemoProduct } from '../../types'

export const toys: DemoProduct[] = [
  {
    slug: 'meadow-jigsaw-puzzle',
    name: 'Meadow Jigsaw Puzzle',
    sku: 'TOY-MEADOW',
    category: 'games-puzzles',
    description:
      'A jigsaw of a painted summer meadow with more shades of green than you would think possible. The pieces are thick ' +
      'recycled board, cut so that they click, and the matte print does not shine under a lamp. A poster to work from is in ' +
      'the box.',
    picture: { emoji: '1f9e9', tint: 105 },
    price: 1690,
    attributes: { Age: 'From 10 years', Players: '1 or more', Material: 'Recycled board', 'Playing time': 'Several evenings' },
    options: [
      {
        name: 'Set',
        values: [
          { value: '500 pieces', code: '500' },
          { value: '1,000 pieces', code: '1000', surcharge: 500 },
          { value: '2,000 pieces', code: '2000', surcharge: 1400 },
        ],
      },
    ],
    stock: [51, 63, 22],
    sold: 537,
    daysAgo: 194,
    recommends: ['big-roll-dice-set', 'bishops-walk-chess-set', 'pilot-penguin'],
    reviews: [
      {
        rating: 5,
        title: 'Satisfying click',
        author: 'Samir M.',
        daysAgo: 26,
        body: 'You know at once when a piece is right. We did it over a rainy weekend.',
      },
      { rating: 4, title: 'Hard, in a good way', body: 'All that green! The poster saved us.', author: 'Will W.', daysAgo: 66 },
      { rating: 5, title: 'No glare', body: 'The matte print is kind to tired eyes.', author: 'Grace K.', daysAgo: 128 },
      {
        rating: 2,
        title: 'One piece missing',
        author: 'Joy T.',
        daysAgo: 167,
        body: '999 pieces. Customer service sent a new box, but still.',
      },
    ],
  },
  {
    slug: 'big-roll-dice-set',
    name: 'Big Roll Dice Set',
    sku: 'TOY-BIGROLL',
    category: 'games-puzzles',
    description:
      'Six large dice with rounded corners, a felt-lined shaker and a pad of score sheets. A booklet explains twelve games ' +
      'for two to eight people. The dice are balanced and roll quietly on wood.',
    picture: { emoji: '1f3b2', tint: 262 },
    price: 1295,
    compareAt: 1695,
    attributes: { Age: 'From 6 years', Players: '2 to 8', Material: 'Acrylic', 'Playing time': '20 minutes' },
    stock: [88],
    sold: 410,
    daysAgo: 276,
    recommends: ['meadow-jigsaw-puzzle', 'red-dragon-mahjong-set', 'bishops-walk-chess-set'],
    reviews: [
      { rating: 5, title: 'Always in our bag', body: 'We play it on trains, in restaurants, everywhere.', author: 'Paul G.', daysAgo: 48 },
      {
        rating: 4,
        title: 'Nice big dots',
        author: 'Xavier R.',
        daysAgo: 124,
        body: 'My father can read them without his glasses. More score sheets would be good.',
      },
      { rating: 4, title: 'Quiet shaker', body: 'The felt really does muffle it.', author: 'Dmitri D.', daysAgo: 242 },
    ],
  },
  {
    slug: 'red-dragon-mahjong-set',
    name: 'Red Dragon Mahjong Set',
    sku: 'TOY-DRAGON',
    category: 'games-puzzles',
    description:
      'A full set of 144 tiles with engraved and hand-inked faces, four racks, dice and wind markers. The tiles are heavy ' +
      'melamine with a pleasant clack. Everything is stored in a case with a handle, with the rules in English.',
    picture: { emoji: '1f004', tint: 0 },
    price: 11900,
    attributes: { Age: 'From 10 years', Players: '3 to 4', Material: 'Melamine', 'Playing time': '90 minutes' },
    stock: [0],
    sold: 112,
    daysAgo: 322,
    recommends: ['big-roll-dice-set', 'bishops-walk-chess-set'],
    reviews: [
      {
        rating: 5,
        title: 'That sound',
        author: 'Liam N.',
        daysAgo: 68,
        body: 'The tiles have real weight, and shuffling them is half the fun.',
      },
      {
        rating: 5,
        title: 'Clear rules',
        author: 'Owen B.',
        daysAgo: 156,
        body: 'We were complete beginners and playing within half an hour.',
      },
      { rating: 3, title: 'Case is bulky', body: 'Beautiful set. The case takes up a whole shelf.', author: 'Walt L.', daysAgo: 243 },
    ],
  },
  {
    slug: 'bishops-walk-chess-set',
    name: "Bishop's Walk Chess Set",
    sku: 'TOY-BISHOP',
    category: 'games-puzzles',
    description:
      'A folding board with weighted, felt-bottomed pieces turned from maple and stained black. The inside is lined and has a ' +
      'place for every piece. Two spare queens are included.',
    picture: { emoji: '265f-fe0f', tint: 210 },
    price: 5990,
    attributes: { Age: 'From 6 years', Players: '2', Material: 'Maple', 'Playing time': '60 minutes' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '30 cm board', code: '30' },
          { value: '40 cm board', code: '40', surcharge: 2000 },
        ],
      },
    ],
    stock: [34, 5],
    sold: 285,
    daysAgo: 133,
    recommends: ['big-roll-dice-set', 'red-dragon-mahjong-set', 'meadow-jigsaw-puzzle'],
    reviews: [
      { rating: 5, title: 'Good weight', body: 'The pieces stand firmly and feel right in the hand.', author: 'Cole V.', daysAgo: 32 },
      {
        rating: 4,
        title: 'Handsome board',
        author: 'Isla H.',
        daysAgo: 68,
        body: 'The fold is barely visible. The hinge squeaked for the first few days.',
      },
      { rating: 5, title: 'Spare queens', body: 'My daughter promotes her pawns with great ceremony.', author: 'Quinn S.', daysAgo: 104 },
    ],
  },
  {
    slug: 'barnaby-bear',
    name: 'Barnaby Bear',
    sku: 'TOY-BARNABY',
    category: 'soft-toys',
    description:
      'A round-bellied bear with soft short fur and stitched eyes, safe from birth. The filling is made from recycled ' +
      'bottles, and he keeps his shape after a wash at 30 degrees. His arms are long enough for a proper hug.',
    picture: { emoji: '1f9f8', tint: 32 },
    price: 2690,
    attributes: { Age: 'From birth', Material: 'Recycled plush', Washable: 'Yes', Filling: 'Recycled polyester' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Honey', code: 'HON', picture: { tint: 32 } },
          { value: 'Cocoa', code: 'COC', picture: { hue: 350, saturation: 0.75, brightness: 0.7, tint: 18 } },
          { value: 'Cloud', code: 'CLD', picture: { saturation: 0.15, brightness: 1.15, tint: 205 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: '25 cm', code: '25' },
          { value: '40 cm', code: '40', surcharge: 1300 },
        ],
      },
    ],
    stock: [62, 40, 35, 18, 24, 3],
    featured: true,
    sold: 888,
    daysAgo: 216,
    recommends: ['pilot-penguin', 'trudy-elephant', 'longneck-dinosaur', 'meadow-jigsaw-puzzle'],
    reviews: [
      {
        rating: 5,
        title: 'Loved to bits',
        author: 'Ursula F.',
        daysAgo: 16,
        body: 'He has been to daycare, the beach and the washing machine. Still handsome.',
      },
      { rating: 5, title: 'Softest bear', body: 'My newborn niece fell asleep on it within minutes.', author: 'Elif P.', daysAgo: 71 },
      {
        rating: 5,
        title: 'Good stitching',
        author: 'Hannah C.',
        daysAgo: 106,
        body: 'The seams are tight, nothing to pull off. Safe for our baby.',
      },
      {
        rating: 4,
        title: 'The big one is big',
        author: 'Nils M.',
        daysAgo: 142,
        body: '40 cm is a lot of bear for a small bed. No regrets.',
      },
      {
        rating: 4,
        title: 'Color a shade lighter',
        author: 'Victor W.',
        daysAgo: 177,
        body: 'The honey is paler than in the picture, but very sweet.',
      },
    ],
  },
  {
    slug: 'pilot-penguin',
    name: 'Pilot Penguin',
    sku: 'TOY-PILOT',
    category: 'soft-toys',
    description:
      'A small upright penguin with a velvety coat and a weighted base, so he stands by himself. His flippers are lined with ' +
      'corduroy, which small fingers like to rub. Height 22 cm.',
    picture: { emoji: '1f427', tint: 258 },
    price: 1950,
    attributes: { Age: 'From 1 year', Material: 'Velour', Washable: 'Surface only', Filling: 'Recycled polyester' },
    stock: [57],
    sold: 306,
    daysAgo: 68,
    recommends: ['barnaby-bear', 'trudy-elephant'],
    reviews: [
      { rating: 5, title: 'Stands on its own', body: 'He guards the nightstand and has never fallen over.', author: 'Bo K.', daysAgo: 15 },
      {
        rating: 4,
        title: 'Clever flippers',
        author: 'Jonas T.',
        daysAgo: 33,
        body: 'The corduroy is a hit. I wish he could go in the machine.',
      },
      { rating: 5, title: 'Just so cute', body: 'Bought one for my desk, to be honest.', author: 'Marcus G.', daysAgo: 51 },
    ],
  },
  {
    slug: 'trudy-elephant',
    name: 'Trudy Elephant',
    sku: 'TOY-TRUDY',
    category: 'soft-toys',
    description:
      'A sturdy elephant in soft gray cotton plush, big enough for a toddler to lean on. The ears crackle gently when you ' +
      'squeeze them. The cover zips off and can be washed at 40 degrees.',
    picture: { emoji: '1f418', tint: 200 },
    price: 2950,
    attributes: { Age: 'From birth', Material: 'Cotton plush', Washable: 'Yes', Filling: 'Cotton' },
    stock: [29],
    sold: 164,
    daysAgo: 37,
    recommends: ['barnaby-bear', 'pilot-penguin', 'longneck-dinosaur'],
    reviews: [
      { rating: 5, title: 'Ears are a hit', body: 'Our six-month-old could squeeze them all day.', author: 'Tariq R.', daysAgo: 6 },
      { rating: 3, title: 'Zipper shows', body: 'Well made, but the zipper on the belly is easy to see.', author: 'Amir D.', daysAgo: 28 },
    ],
  },
  {
    slug: 'longneck-dinosaur',
    name: 'Longneck Dinosaur',
    sku: 'TOY-LONGNECK',
    category: 'soft-toys',
    description:
      'A friendly long-necked dinosaur of ribbed plush, with a neck that bends and stays where you put it. His feet are ' +
      'filled with small beads in an inner bag, so he sits and stands. Height 34 cm.',
    picture: { emoji: '1f995', tint: 158 },
    price: 2250,
    attributes: { Age: 'From 3 years', Material: 'Recycled plush', Washable: 'Surface only', Filling: 'Recycled polyester' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Mint', code: 'MNT', picture: { tint: 158 } },
          { value: 'Periwinkle', code: 'PER', picture: { hue: 92, tint: 235 } },
          { value: 'Apricot', code: 'APR', picture: { hue: 235, saturation: 0.9, tint: 30 } },
        ],
      },
    ],
    stock: [43, 31, 4],
    sold: 352,
    daysAgo: 103,
    recommends: ['barnaby-bear', 'trudy-elephant', 'pilot-penguin'],
    reviews: [
      {
        rating: 5,
        title: 'The neck bends',
        author: 'Gina N.',
        daysAgo: 19,
        body: 'He peeks around the door every morning. Endless jokes.',
      },
      {
        rating: 4,
        title: 'Soft and sturdy',
        author: 'Olga B.',
        daysAgo: 46,
        body: 'Survives being dragged by the neck. The ribbed fabric collects lint.',
      },
      { rating: 4, title: 'Dino fan approved', body: 'My four-year-old says it is a real one.', author: 'Sven L.', daysAgo: 90 },
    ],
  },
]
