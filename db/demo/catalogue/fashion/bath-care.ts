import type { DemoProduct } from '../../types'

export const bathCare: DemoProduct[] = [
  {
    slug: 'almond-milk-body-lotion',
    name: 'Almond Milk Body Lotion',
    sku: 'BEA-ALMON',
    category: 'soaps-lotions',
    description:
      'A light lotion with almond oil and oat extract that sinks in within a minute. Made for normal to dry skin, with a ' +
      'mild almond scent. The pump bottle is recycled and can be refilled.',
    picture: { emoji: '1f9f4', tint: 15 },
    price: 1690,
    attributes: { 'Skin type': 'Dry', Vegan: 'Yes', Form: 'Lotion' },
    options: [
      {
        name: 'Capacity',
        values: [
          { value: '250 ml', code: '250' },
          { value: '500 ml', code: '500', surcharge: 1100 },
        ],
      },
    ],
    stock: [84, 46],
    sold: 531,
    daysAgo: 197,
    recommends: ['garden-hand-wash', 'cloud-soap-bar', 'lagoon-bath-salts'],
    reviews: [
      { rating: 5, title: 'Sinks in quickly', body: 'I can get dressed right away and nothing sticks.', author: 'Hedwig S.', daysAgo: 35 },
      {
        rating: 4,
        title: 'Mild scent',
        author: 'Monique L.',
        daysAgo: 104,
        body: 'It smells a little of marzipan, and only for a short time. Good on dry shins.',
      },
      {
        rating: 5,
        title: 'Helps my eczema',
        author: 'Keith B.',
        daysAgo: 158,
        body: 'The itching is much better since I use it every evening.',
      },
    ],
  },
  {
    slug: 'garden-hand-wash',
    name: 'Garden Hand Wash',
    sku: 'BEA-GARDN',
    category: 'soaps-lotions',
    description:
      'A gentle liquid soap with olive oil and herb extracts for hands that are washed often. It lathers finely and rinses off ' + 'without a film.',
    picture: { emoji: '1f9f4', tint: 150, hue: 130 },
    price: 1190,
    attributes: { 'Skin type': 'All', Vegan: 'Yes', Form: 'Liquid' },
    options: [
      {
        name: 'Scent',
        values: [
          { value: 'Basil & mint', code: 'BAS', picture: { hue: 130, tint: 150 } },
          { value: 'Sea breeze', code: 'SEA', picture: { hue: 205, tint: 195 } },
          { value: 'Lavender', code: 'LAV', picture: { hue: 280, tint: 265 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '300 ml', code: '300' },
          { value: '1 L refill', code: '1L', surcharge: 1300 },
        ],
      },
    ],
    stock: [73, 31, 58, 22, 64, 3],
    sold: 695,
    daysAgo: 263,
    recommends: ['cloud-soap-bar', 'almond-milk-body-lotion', 'honeycomb-bath-sponge'],
    reviews: [
      {
        rating: 5,
        title: 'Smells like real basil',
        author: 'Ottilie W.',
        daysAgo: 23,
        body: 'Guests always ask which soap it is. My hands are no longer dry.',
      },
      {
        rating: 4,
        title: 'Refill is good value',
        author: 'Bernard H.',
        daysAgo: 115,
        body: 'One liter lasts us half a year. Pouring takes some patience.',
      },
      { rating: 4, title: 'Gentle foam', body: 'Fine lather, easy to rinse. Lavender is my favorite.', author: 'Yuki N.', daysAgo: 174 },
    ],
  },
  {
    slug: 'cloud-soap-bar',
    name: 'Cloud Soap Bar',
    sku: 'BEA-CLOUD',
    category: 'soaps-lotions',
    description:
      'A hand-cut bar of cold-processed soap with coconut oil and shea butter. It gives a dense, creamy lather and lasts about two ' +
      'months at the washbasin.',
    picture: { emoji: '1f9fc', tint: 315 },
    price: 690,
    attributes: { 'Skin type': 'All', Vegan: 'Yes', Form: 'Bar' },
    options: [
      {
        name: 'Scent',
        values: [
          { value: 'Wild rose', code: 'ROS', picture: { hue: 0, tint: 315 } },
          { value: 'Orange peel', code: 'ORA', picture: { hue: 80, tint: 30 } },
          { value: 'Eucalyptus', code: 'EUC', picture: { hue: 200, saturation: 0.85, tint: 165 } },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: '1 bar', code: '1' },
          { value: '3 bars', code: '3', surcharge: 1100 },
        ],
      },
    ],
    stock: [110, 52, 87, 41, 69, 1],
    sold: 772,
    daysAgo: 224,
    recommends: ['honeycomb-bath-sponge', 'garden-hand-wash', 'lagoon-bath-salts'],
    reviews: [
      {
        rating: 5,
        title: 'Dense lather',
        author: 'Felicity R.',
        daysAgo: 15,
        body: 'It foams like cream, and the skin does not feel tight afterward.',
      },
      {
        rating: 4,
        title: 'Orange wakes me up',
        author: 'Magnus E.',
        daysAgo: 93,
        body: 'A fresh smell in the morning. It got soft until I bought a draining dish.',
      },
      {
        rating: 5,
        title: 'Replaces two bottles',
        author: 'Hanne K.',
        daysAgo: 162,
        body: 'I use it for body and hands; no more plastic in the shower.',
      },
      {
        rating: 3,
        title: 'Faint scent',
        author: 'Dylan P.',
        daysAgo: 188,
        body: 'The eucalyptus is hardly noticeable after a week. The soap itself is good.',
      },
    ],
  },
  {
    slug: 'lagoon-bath-salts',
    name: 'Lagoon Bath Salts',
    sku: 'BEA-LAGOO',
    category: 'soaps-lotions',
    description:
      'Coarse sea salt with pine and lavender oil in a swing-top jar. Two handfuls color the water softly and loosen tired muscles. ' +
      'Enough for about eight baths.',
    picture: { emoji: '1fad9', tint: 190 },
    price: 1890,
    compareAt: 2290,
    attributes: { 'Skin type': 'All', Vegan: 'Yes', Form: 'Salt' },
    stock: [45],
    sold: 241,
    daysAgo: 44,
    recommends: ['cloud-soap-bar', 'almond-milk-body-lotion', 'honeycomb-bath-sponge'],
    reviews: [
      {
        rating: 5,
        title: 'Sunday ritual',
        author: 'Wendy C.',
        daysAgo: 8,
        body: 'After a long run there is nothing better. I sleep like a stone.',
      },
      {
        rating: 4,
        title: 'Beautiful jar',
        author: 'Ilse M.',
        daysAgo: 22,
        body: 'The salt is lovely, and the jar now holds my cotton pads.',
      },
    ],
  },
  {
    slug: 'evergreen-toothbrush',
    name: 'Evergreen Toothbrush',
    sku: 'BEA-EVERG',
    category: 'bath-essentials',
    description:
      'A toothbrush with a handle made of recycled plastic and a head that clicks off when it is worn, so you only replace the ' +
      'bristles. They are soft and rounded at the tips.',
    picture: { emoji: '1faa5', tint: 130, hue: 145 },
    price: 790,
    attributes: { Material: 'Recycled plastic', Refillable: 'Yes', Pack: 'Single' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Leaf', code: 'LEA', picture: { hue: 145, tint: 130 } },
          { value: 'Cherry', code: 'CHE', picture: { hue: 0, tint: 350 } },
          { value: 'Blue', code: 'BLU', picture: { hue: 240, tint: 205 } },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: '1 brush', code: '1' },
          { value: '4 brushes', code: '4', surcharge: 1800 },
        ],
      },
    ],
    stock: [66, 48, 39, 27, 51, 34],
    sold: 366,
    daysAgo: 155,
    recommends: ['bowline-safety-razor', 'weekender-wash-bag', 'honeycomb-bath-sponge'],
    reviews: [
      {
        rating: 4,
        title: 'Head clicks well',
        author: 'Anton S.',
        daysAgo: 62,
        body: 'I was doubtful, but nothing wobbles. Less waste is good.',
      },
      {
        rating: 5,
        title: 'Soft really is soft',
        author: 'Lydia F.',
        daysAgo: 117,
        body: 'My gums have stopped bleeding. The handle is easy to grip.',
      },
    ],
  },
  {
    slug: 'bowline-safety-razor',
    name: 'Bowline Safety Razor',
    sku: 'BEA-BOWLI',
    category: 'bath-essentials',
    description:
      'A double-edged razor with a weighted aluminum handle and a closed comb that forgives mistakes. It takes any standard blade; ' +
      'ten are included.',
    picture: { emoji: '1fa92', tint: 215 },
    price: 3490,
    attributes: { Material: 'Aluminum', Refillable: 'Yes', Pack: 'Single' },
    stock: [5],
    sold: 203,
    daysAgo: 271,
    recommends: ['cloud-soap-bar', 'evergreen-toothbrush', 'weekender-wash-bag'],
    reviews: [
      {
        rating: 5,
        title: 'Close and cheap',
        author: 'Gordon T.',
        daysAgo: 87,
        body: 'Blades cost next to nothing and my neck is no longer red.',
      },
      {
        rating: 4,
        title: 'Takes a week to learn',
        author: 'Hassan M.',
        daysAgo: 164,
        body: 'A few nicks in the beginning, then a better shave than before.',
      },
      {
        rating: 5,
        title: 'Legs, too',
        author: 'Ingela B.',
        daysAgo: 219,
        body: 'I bought it for my legs and will not go back to plastic ones.',
      },
    ],
  },
  {
    slug: 'honeycomb-bath-sponge',
    name: 'Honeycomb Bath Sponge',
    sku: 'BEA-HONEY',
    category: 'bath-essentials',
    description:
      'A soft, springy sponge of plant cellulose that takes up plenty of water and gives a rich lather with very little soap. It ' +
      'goes on the compost when it is worn out.',
    picture: { emoji: '1f9fd', tint: 40 },
    price: 590,
    attributes: { Material: 'Cellulose', Refillable: 'No', Pack: 'Single' },
    stock: [0],
    sold: 448,
    daysAgo: 309,
    recommends: ['cloud-soap-bar', 'lagoon-bath-salts', 'garden-hand-wash'],
    reviews: [
      {
        rating: 5,
        title: 'So much foam',
        author: 'Susanne D.',
        daysAgo: 73,
        body: 'A few drops of soap are enough. The children fight over it.',
      },
      {
        rating: 4,
        title: 'Dries overnight',
        author: 'Milo V.',
        daysAgo: 180,
        body: 'It does not smell musty, unlike my old one. Lasted four months.',
      },
      {
        rating: 3,
        title: 'Hard when dry',
        author: 'Edith J.',
        daysAgo: 256,
        body: 'It needs a moment under water before it becomes soft.',
      },
    ],
  },
]
