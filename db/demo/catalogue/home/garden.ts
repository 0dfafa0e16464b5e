import type { DemoProduct } from '../../types'

export const garden: DemoProduct[] = [
  {
    slug: 'leafy-fig-houseplant',
    name: 'Leafy Fig in a Clay Pot',
    sku: 'HOM-FIGPLANT',
    category: 'plants',
    description:
      'A bushy young fig in a terracotta pot with a saucer. It likes a bright spot out of the midday sun and a good drink ' +
      'once a week. Grown for at least a year before it travels, so it is used to life indoors.',
    picture: { emoji: '1fab4', tint: 105 },
    price: 2400,
    attributes: { Light: 'Bright, indirect', Water: 'Weekly', Place: 'Indoors', Care: 'Easy' },
    options: [
      {
        name: 'Size',
        values: [
          { value: '25 cm tall', code: 'S' },
          { value: '45 cm tall', code: 'M', surcharge: 1500 },
          { value: '70 cm tall', code: 'L', surcharge: 3600 },
        ],
      },
    ],
    stock: [40, 25, 5],
    sold: 458,
    daysAgo: 150,
    recommends: ['column-cactus', 'blue-hyacinth-trio', 'brook-garden-bucket'],
    reviews: [
      {
        rating: 5,
        title: 'Arrived in great shape',
        author: 'Nadia R.',
        daysAgo: 14,
        body: 'Very well packed, not a single broken leaf. It already has two new ones.',
      },
      {
        rating: 4,
        title: 'Healthy plant',
        author: 'Vivian D.',
        daysAgo: 62,
        body: 'A bit smaller than in my imagination, but strong and growing fast.',
      },
      {
        rating: 5,
        title: 'Easy to keep',
        author: 'Bridget N.',
        daysAgo: 93,
        body: 'I forget to water everything, and this one has forgiven me so far.',
      },
      {
        rating: 3,
        title: 'Dropped some leaves',
        author: 'Hugo B.',
        daysAgo: 123,
        body: 'It lost five leaves in the first week, then recovered.',
      },
    ],
  },
  {
    slug: 'column-cactus',
    name: 'Column Cactus',
    sku: 'HOM-CACTUS',
    category: 'plants',
    description:
      'An upright cactus with two or three arms, about 30 cm tall, in a plain nursery pot. Give it the sunniest window you ' +
      'have and water only when the soil is completely dry. It may flower after a few years.',
    picture: { emoji: '1f335', tint: 38 },
    price: 1950,
    attributes: { Light: 'Full sun', Water: 'Monthly', Place: 'Indoors', Care: 'Easy' },
    stock: [58],
    sold: 376,
    daysAgo: 232,
    recommends: ['leafy-fig-houseplant', 'thimble-garden-gloves'],
    reviews: [
      {
        rating: 5,
        title: 'Looks like a cartoon',
        author: 'Pedro L.',
        daysAgo: 28,
        body: 'Exactly the shape you draw as a child. Everyone comments on it.',
      },
      { rating: 5, title: 'Impossible to kill', body: 'Back from a six-week trip and it looks the same.', author: 'Theo V.', daysAgo: 128 },
      { rating: 4, title: 'Wear gloves', body: 'Repotting was an adventure, the spines are real.', author: 'Derek H.', daysAgo: 191 },
    ],
  },
  {
    slug: 'spring-tulip-bulbs',
    name: 'Spring Tulip Bulbs',
    sku: 'HOM-TULIP',
    category: 'plants',
    description:
      'Large tulip bulbs for planting in fall, three times as deep as they are tall. They flower in April and May on stems of ' +
      'about 40 cm and come back for several years. Suited to beds and deep pots.',
    picture: { emoji: '1f337', tint: 325 },
    price: 850,
    attributes: { Light: 'Full sun', Water: 'Weekly', Place: 'Outdoors', Care: 'Easy' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Pink', code: 'PNK', picture: { tint: 325 } },
          { value: 'Red', code: 'RED', picture: { hue: 32, tint: 5 } },
          { value: 'Purple', code: 'PUR', picture: { hue: 325, tint: 275 } },
        ],
      },
      {
        name: 'Set',
        values: [
          { value: '10 bulbs', code: '10' },
          { value: '25 bulbs', code: '25', surcharge: 900 },
        ],
      },
    ],
    stock: [85, 60, 49, 33, 70, 0],
    sold: 590,
    daysAgo: 88,
    recommends: ['blue-hyacinth-trio', 'giant-sunflower-seeds', 'snip-garden-scissors'],
    reviews: [
      {
        rating: 5,
        title: 'Every bulb came up',
        author: 'Greg S.',
        daysAgo: 13,
        body: 'Planted 25, counted 25. The pink is clear and bright.',
      },
      {
        rating: 4,
        title: 'Fat, firm bulbs',
        author: 'Maya F.',
        daysAgo: 37,
        body: 'Good quality, none moldy. Flowers were a week later than on the label.',
      },
      {
        rating: 5,
        title: 'A strip of color',
        author: 'Uma P.',
        daysAgo: 74,
        body: 'The purple ones along our path stopped people walking by.',
      },
    ],
  },
  {
    slug: 'blue-hyacinth-trio',
    name: 'Blue Hyacinth Trio',
    sku: 'HOM-HYACINTH',
    category: 'plants',
    description:
      'Three hyacinth bulbs already in bud, planted together in a low pot. Indoors they open within two weeks and scent the ' +
      'whole room. Afterwards you can move the bulbs to the garden.',
    picture: { emoji: '1fabb', tint: 262 },
    price: 1490,
    attributes: { Light: 'Bright, indirect', Water: 'Weekly', Place: 'Indoors', Care: 'Moderate' },
    stock: [4],
    sold: 173,
    daysAgo: 12,
    recommends: ['spring-tulip-bulbs', 'leafy-fig-houseplant'],
    reviews: [
      {
        rating: 5,
        title: 'What a scent',
        author: 'Ada C.',
        daysAgo: 5,
        body: 'All three opened in ten days, and you smell them as you come in the door.',
      },
    ],
  },
  {
    slug: 'giant-sunflower-seeds',
    name: 'Giant Sunflower Seeds',
    sku: 'HOM-SUNFLOWER',
    category: 'plants',
    description:
      'A packet of 40 untreated seeds of a tall sunflower that reaches two and a half meters. Sow from April to June, ' +
      'straight into the ground, and keep the slugs away for the first weeks. Bees love the flowers, and birds love the ' +
      'seeds.',
    picture: { emoji: '1f33b', tint: 50 },
    price: 450,
    attributes: { Light: 'Full sun', Water: 'Twice a week', Place: 'Outdoors', Care: 'Easy' },
    stock: [118],
    sold: 829,
    daysAgo: 368,
    recommends: ['spring-tulip-bulbs', 'brook-garden-bucket', 'thimble-garden-gloves'],
    reviews: [
      {
        rating: 5,
        title: 'Taller than our fence',
        author: 'Ines M.',
        daysAgo: 42,
        body: 'My son measured every week. The winner made it to 2.7 meters.',
      },
      { rating: 4, title: 'Good germination', body: 'About 35 of 40 came up. Slugs got a few.', author: 'Lucia W.', daysAgo: 117 },
      {
        rating: 2,
        title: 'Stayed short',
        author: 'Stella K.',
        daysAgo: 236,
        body: 'Mine only reached my chest. Perhaps too much shade, but still.',
      },
      { rating: 5, title: 'Full of bees', body: 'The happiest corner of our garden this summer.', author: 'Zoe T.', daysAgo: 311 },
    ],
  },
  {
    slug: 'thimble-garden-gloves',
    name: 'Thimble Garden Gloves',
    sku: 'HOM-THIMBLE',
    category: 'garden-tools',
    description:
      'Snug gloves of knitted cotton with palms dipped in natural rubber. You can still feel a seedling through the ' +
      'fingertips, and thorns of average roses do not get through. Machine-washable at 30 degrees.',
    picture: { emoji: '1f9e4', tint: 282 },
    price: 1690,
    attributes: { Material: 'Cotton and rubber', Use: 'Planting', Washable: 'Yes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Violet', code: 'VIO', picture: { tint: 282 } },
          { value: 'Leaf green', code: 'GRN', picture: { hue: 190, tint: 118 } },
          { value: 'Clay', code: 'CLY', picture: { hue: 95, saturation: 0.8, tint: 20 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'S', code: 'S' },
          { value: 'M', code: 'M' },
          { value: 'L', code: 'L' },
        ],
      },
    ],
    stock: [30, 45, 22, 18, 36, 14, 0, 27, 4],
    sold: 487,
    daysAgo: 135,
    recommends: ['snip-garden-scissors', 'brook-garden-bucket', 'orchard-pruning-saw', 'column-cactus'],
    reviews: [
      {
        rating: 5,
        title: 'I can feel the roots',
        author: 'Felix G.',
        daysAgo: 19,
        body: 'Finally gloves that let me handle seedlings without taking them off.',
      },
      {
        rating: 4,
        title: 'Good fit',
        author: 'Nikhil R.',
        daysAgo: 76,
        body: 'True to size. They dry stiff after washing, but soften right away.',
      },
      {
        rating: 4,
        title: 'Fine with roses',
        author: 'Ruth D.',
        daysAgo: 113,
        body: 'Only one thorn came through, from a very old climbing rose.',
      },
    ],
  },
  {
    slug: 'snip-garden-scissors',
    name: 'Snip Garden Scissors',
    sku: 'HOM-SNIP',
    category: 'garden-tools',
    description:
      'Sturdy scissors for herbs, flowers and garden twine. The stainless blades are serrated near the joint to hold stems, ' +
      'and the large loops fit gloved hands. They come apart for cleaning.',
    picture: { emoji: '2702-fe0f', tint: 8 },
    price: 2190,
    attributes: { Material: 'Stainless steel', Use: 'Cutting', Washable: 'Yes', Length: '19 cm' },
    stock: [66],
    sold: 302,
    daysAgo: 254,
    recommends: ['thimble-garden-gloves', 'orchard-pruning-saw', 'spring-tulip-bulbs'],
    reviews: [
      {
        rating: 4,
        title: 'Clean cuts',
        author: 'Ben N.',
        daysAgo: 68,
        body: 'Herbs are not crushed at all. They live on a hook by the kitchen door now.',
      },
      {
        rating: 4,
        title: 'Room for gloves',
        author: 'Emil B.',
        daysAgo: 172,
        body: 'Big loops, good spring. Not meant for branches, of course.',
      },
    ],
  },
  {
    slug: 'brook-garden-bucket',
    name: 'Brook Garden Bucket',
    sku: 'HOM-BROOK',
    category: 'garden-tools',
    description:
      'A tough bucket of recycled polypropylene with a pouring lip and a handle that stays upright. Liter marks run up the ' +
      'inside. It does not crack in frost and stacks for storage.',
    picture: { emoji: '1faa3', tint: 205 },
    price: 1250,
    compareAt: 1600,
    attributes: { Material: 'Recycled plastic', Use: 'Watering', Washable: 'Yes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Blue', code: 'BLU', picture: { tint: 205 } },
          { value: 'Grass', code: 'GRS', picture: { hue: 252, tint: 110 } },
          { value: 'Tangerine', code: 'TAN', picture: { hue: 160, tint: 28 } },
        ],
      },
      {
        name: 'Capacity',
        values: [
          { value: '8 liters', code: '8L' },
          { value: '12 liters', code: '12L', surcharge: 400 },
        ],
      },
    ],
    stock: [50, 34, 42, 2, 25, 19],
    sold: 415,
    daysAgo: 177,
    recommends: ['thimble-garden-gloves', 'leafy-fig-houseplant', 'giant-sunflower-seeds'],
    reviews: [
      {
        rating: 4,
        title: 'Handle stays up',
        author: 'Kira L.',
        daysAgo: 45,
        body: 'No more fishing the handle out of muddy water. Simple and right.',
      },
      { rating: 4, title: 'Survived the winter', body: 'Left it outside with ice in it, no cracks.', author: 'Samir V.', daysAgo: 93 },
      {
        rating: 3,
        title: 'Marks hard to read',
        author: 'Will H.',
        daysAgo: 141,
        body: 'The liter marks are molded in the same color, so you need good light.',
      },
    ],
  },
  {
    slug: 'orchard-pruning-saw',
    name: 'Orchard Pruning Saw',
    sku: 'HOM-ORCHARD',
    category: 'garden-tools',
    description:
      'A pruning saw with a tapered blade of hardened steel and a handle of oiled beech. The teeth cut on the pull stroke and ' +
      'leave a smooth face that heals quickly. Good for branches up to 12 cm thick.',
    picture: { emoji: '1fa9a', tint: 32 },
    price: 2990,
    attributes: { Material: 'Carbon steel', Use: 'Pruning', Washable: 'No', Length: '45 cm' },
    stock: [23],
    sold: 138,
    daysAgo: 291,
    recommends: ['snip-garden-scissors', 'thimble-garden-gloves'],
    reviews: [
      {
        rating: 5,
        title: 'Through apple wood in seconds',
        author: 'Grace S.',
        daysAgo: 38,
        body: 'Did all seven trees in an afternoon and my arm was fine.',
      },
      {
        rating: 4,
        title: 'Comfortable handle',
        author: 'Joy F.',
        daysAgo: 163,
        body: 'Nice to hold. A cover for the blade would be useful.',
      },
      { rating: 4, title: 'Smooth cut', body: 'The cuts look as if they had been planed.', author: 'Paul P.', daysAgo: 243 },
    ],
  },
]
