import type { DemoProduct } from '../../types'

export const makeUp: DemoProduct[] = [
  {
    slug: 'velour-matte-lipstick', name: 'Velour Matte Lipstick', sku: 'BEA-VELOU', category: 'lips-nails',
    description:
      'A creamy lipstick with a soft matte finish that does not dry out the lips. Jojoba oil and vitamin E are stirred in, and the ' +
      'weighted case can be refilled.',
    picture: { emoji: '1f484', tint: 345 },
    price: 1890,
    attributes: { Finish: 'Matte', Vegan: 'Yes', Perfume: 'None' },
    options: [
      { name: 'Colour', values: [
        { value: 'Ruby', code: 'RUB', picture: { hue: 0, tint: 345 } },
        { value: 'Terracotta', code: 'TER', picture: { hue: 40, saturation: 0.75, tint: 20 } },
        { value: 'Berry', code: 'BER', picture: { hue: 325, saturation: 0.8, brightness: 0.85, tint: 300 } },
        { value: 'Nude', code: 'NUD', picture: { hue: 15, saturation: 0.4, brightness: 1.15, tint: 32 } },
      ] },
    ],
    stock: [92, 57, 4, 76],
    featured: true,
    sold: 848, daysAgo: 38,
    recommends: ['dewdrop-lip-gloss', 'rosewood-tinted-balm', 'vanity-petal-mirror', 'scarlett-pumps'],
    reviews: [
      {
        rating: 5, title: 'Stays through dinner', author: 'Patricia M.', daysAgo: 2,
        body: 'Soup, wine and dessert, and it was still there. It does not feel dry.',
      },
      {
        rating: 5, title: 'Perfect red', author: 'Sanne K.', daysAgo: 9,
        body: 'Ruby is neither too blue nor too orange. The case feels precious.',
      },
      {
        rating: 4, title: 'Refills are great', author: 'Lena H.', daysAgo: 18,
        body: 'I like that I keep the case. Berry is darker than the picture.',
      },
      {
        rating: 4, title: 'Soft on dry lips', author: 'Olivia R.', daysAgo: 27,
        body: 'Other matte lipsticks crumble on me; this one does not.',
      },
      { rating: 3, title: 'Strong pigment', body: 'Good color, but you need a mirror and a calm hand.', author: 'Doris E.', daysAgo: 31 },
    ],
  },
  {
    slug: 'rosewood-tinted-balm', name: 'Rosewood Tinted Balm', sku: 'BEA-ROSEW', category: 'lips-nails',
    description: 'A lip balm with just a breath of color, based on shea butter and beeswax. It softens chapped lips and needs no mirror.',
    picture: { emoji: '1f484', tint: 140, hue: 345, saturation: 0.7, brightness: 1.2 },
    price: 990, compareAt: 1250,
    attributes: { Finish: 'Sheer', Vegan: 'No', Perfume: 'Rose' },
    stock: [118],
    sold: 409, daysAgo: 202,
    recommends: ['velour-matte-lipstick', 'dewdrop-lip-gloss', 'almond-milk-body-lotion'],
    reviews: [
      {
        rating: 5, title: 'Always in my pocket', author: 'Astrid N.', daysAgo: 70,
        body: 'A touch of color and no more chapped lips on the ski slope.',
      },
      {
        rating: 4, title: 'Very natural', author: 'Carmen V.', daysAgo: 133,
        body: 'You see a little pink, not more. It smells faintly of roses.',
      },
    ],
  },
  {
    slug: 'dewdrop-lip-gloss', name: 'Dewdrop Lip Gloss', sku: 'BEA-DEWDR', category: 'lips-nails',
    description:
      'A clear-shining gloss that does not stick to your hair. The soft slanted applicator reaches the corners, and castor oil ' +
      'makes the lips look fuller.',
    picture: { emoji: '1f444', tint: 330 },
    price: 1450,
    attributes: { Finish: 'Gloss', Vegan: 'Yes', Perfume: 'None' },
    options: [
      { name: 'Colour', values: [
        { value: 'Cherry', code: 'CHE', picture: { hue: 0, tint: 330 } },
        { value: 'Apricot', code: 'APR', picture: { hue: 35, saturation: 0.8, tint: 25 } },
        { value: 'Orchid', code: 'ORC', picture: { hue: 320, saturation: 0.9, tint: 290 } },
      ] },
    ],
    stock: [41, 29, 36],
    sold: 327, daysAgo: 85,
    recommends: ['velour-matte-lipstick', 'vanity-petal-mirror', 'lilac-manicure-kit'],
    reviews: [
      { rating: 5, title: 'Not sticky', body: 'Wind, long hair, and nothing clung to it. Finally.', author: 'Jasmin O.', daysAgo: 13 },
      {
        rating: 4, title: 'Lovely shine', author: 'Milena B.', daysAgo: 46,
        body: 'It lasts about two hours. Apricot is a very fresh summer shade.',
      },
      { rating: 3, title: 'Small tube', body: 'I like the gloss, but it was empty in six weeks.', author: 'Tracy W.', daysAgo: 72 },
    ],
  },
  {
    slug: 'lilac-manicure-kit', name: 'Lilac Manicure Kit', sku: 'BEA-LILAC', category: 'lips-nails',
    description:
      'Nail polish in a calm lilac together with base coat, top coat and a glass file. The broad brush covers a nail in two ' +
      'strokes, and the polish is free of the ten most criticized solvents.',
    picture: { emoji: '1f485', tint: 270 },
    price: 2490,
    attributes: { Finish: 'Gloss', Vegan: 'Yes', Perfume: 'None' },
    stock: [27],
    sold: 218, daysAgo: 116,
    recommends: ['dewdrop-lip-gloss', 'velour-matte-lipstick', 'weekender-wash-bag'],
    reviews: [
      {
        rating: 5, title: 'A week without chips', author: 'Ronja L.', daysAgo: 33,
        body: 'With base and top coat it lasted eight days, dishes included.',
      },
      {
        rating: 4, title: 'Nice broad brush', author: 'Alba F.', daysAgo: 68,
        body: 'Two strokes per nail, as promised. The smell is mild.',
      },
      {
        rating: 5, title: 'The file alone', author: 'Betty G.', daysAgo: 89,
        body: 'I bought the kit for the color and fell in love with the glass file.',
      },
    ],
  },
  {
    slug: 'feather-powder-brush', name: 'Feather Powder Brush', sku: 'BEA-FEATH', category: 'brushes-mirrors',
    description:
      'A full, tapered brush for powder and blush with very soft synthetic hair. The lacquered wooden handle lies well in the ' +
      'hand, and the hair keeps its shape after washing.',
    picture: { emoji: '1f58c-fe0f', tint: 20 },
    price: 1990,
    attributes: { Material: 'Wood', Vegan: 'Yes', Washable: 'Yes' },
    stock: [35],
    sold: 177, daysAgo: 146,
    recommends: ['vanity-petal-mirror', 'weekender-wash-bag', 'velour-matte-lipstick'],
    reviews: [
      {
        rating: 5, title: 'Like a kitten', author: 'Corinne A.', daysAgo: 51,
        body: 'So soft that my daughter strokes her cheeks with it.',
      },
      { rating: 4, title: 'Sheds nothing', body: 'Washed five times and not one hair lost.', author: 'Maya S.', daysAgo: 122 },
    ],
  },
  {
    slug: 'wavelength-wide-comb', name: 'Wavelength Wide Comb', sku: 'BEA-WAVEL', category: 'brushes-mirrors',
    description:
      'A wide-toothed comb for curls and wet hair, sawn from one piece of plant-based acetate. It is polished by hand, so there ' +
      'are no seams to catch.',
    picture: { emoji: '1faae', tint: 255 },
    price: 1290,
    attributes: { Material: 'Acetate', Vegan: 'Yes', Washable: 'Yes' },
    stock: [54],
    sold: 294, daysAgo: 232,
    recommends: ['vanity-petal-mirror', 'feather-powder-brush', 'lagoon-bath-salts'],
    reviews: [
      {
        rating: 5, title: 'Curls say thanks', author: 'Naomi J.', daysAgo: 40,
        body: 'It goes through wet curls without tearing. The best comb I have had.',
      },
      {
        rating: 4, title: 'Feels solid', author: 'Tobias R.', daysAgo: 131,
        body: 'Thick and smooth, no seam anywhere. Takes up some room in the bag.',
      },
      {
        rating: 5, title: 'Fewer broken ends', author: 'Pilar D.', daysAgo: 190,
        body: 'My hair breaks less since I use it in the shower.',
      },
    ],
  },
  {
    slug: 'vanity-petal-mirror', name: 'Vanity Petal Mirror', sku: 'BEA-VANIT', category: 'brushes-mirrors',
    description:
      'A tabletop mirror in a scalloped, gold-lacquered frame, with a normal side and a side that magnifies three times. It also hangs ' +
      'from the hook on the back.',
    picture: { emoji: '1fa9e', tint: 45 },
    price: 3990, compareAt: 4990,
    attributes: { Material: 'Wood', Vegan: 'Yes', Washable: 'No' },
    stock: [19],
    sold: 132, daysAgo: 54,
    recommends: ['feather-powder-brush', 'velour-matte-lipstick', 'wavelength-wide-comb'],
    reviews: [
      {
        rating: 5, title: 'Charming on the shelf', author: 'Amelie T.', daysAgo: 11,
        body: 'It is so pretty that it stays out all day. No distortion at the edge.',
      },
      {
        rating: 4, title: 'Useful magnification', author: 'Renate P.', daysAgo: 30,
        body: 'Three times is just right for brows. The stand is a little light.',
      },
    ],
  },
  {
    slug: 'weekender-wash-bag', name: 'Weekender Wash Bag', sku: 'BEA-WEEKE', category: 'brushes-mirrors', alsoIn: ['bath-essentials'],
    description:
      'A zipped bag for brushes, bottles and make-up, in quilted recycled polyester with a wipe-clean lining. It stands open by ' +
      'itself and has two inner pockets.',
    picture: { emoji: '1f45d', tint: 350 },
    price: 2690,
    attributes: { Material: 'Recycled polyester', Vegan: 'Yes', Washable: 'Yes' },
    options: [
      { name: 'Colour', values: [
        { value: 'Rosé', code: 'ROS', picture: { hue: 0, tint: 350 } },
        { value: 'Lake', code: 'LAK', picture: { hue: 240, tint: 205 } },
        { value: 'Meadow', code: 'MEA', picture: { hue: 125, tint: 110 } },
      ] },
      { name: 'Size', values: [
        { value: 'Small', code: 'S' },
        { value: 'Large', code: 'L', surcharge: 800 },
      ] },
    ],
    stock: [28, 36, 24, 19, 13, 4],
    sold: 259, daysAgo: 96,
    recommends: ['harbor-cabin-suitcase', 'feather-powder-brush', 'evergreen-toothbrush'],
    reviews: [
      {
        rating: 5, title: 'Wipes clean', author: 'Cathy M.', daysAgo: 26,
        body: 'Shampoo leaked on the flight and a wet cloth was enough.',
      },
      {
        rating: 4, title: 'Stays open', author: 'Ralf E.', daysAgo: 61,
        body: 'Practical on tiny hotel shelves. The large one fits a hair dryer.',
      },
      {
        rating: 4, title: 'Pretty and sturdy', author: 'Sarah Y.', daysAgo: 80,
        body: 'The zipper is of good quality. I would like a hook to hang it.',
      },
    ],
  },
]
