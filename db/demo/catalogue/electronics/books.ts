import type { DemoProduct } from '../../types'

export const books: DemoProduct[] = [
  {
    slug: 'the-lighthouse-year-novel',
    name: 'The Lighthouse Year, a Novel',
    sku: 'BOK-LIGHT',
    category: 'books',
    description:
      'A keeper’s daughter returns to the island she left at sixteen and finds someone else’s letters in the lamp room. A slow, ' +
      'salty novel about family and weather. 328 pages, printed on uncoated paper.',
    picture: { emoji: '1f4d8', tint: 205 },
    price: 1899,
    attributes: { Type: 'Novel', Language: 'English', Pages: '328', Material: 'Uncoated paper' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Paperback', code: 'PB', picture: { tint: 205 } },
          { value: 'Hardcover', code: 'HC', surcharge: 900, picture: { tint: 225, hue: 20, brightness: 0.75 } },
        ],
      },
    ],
    stock: [76, 29],
    sold: 345,
    daysAgo: 64,
    recommends: ['orchard-hands-cookbook', 'small-hours-poems', 'blue-door-mystery-box'],
    reviews: [
      {
        rating: 5,
        title: 'Read it in two nights',
        author: 'Mina H.',
        daysAgo: 12,
        body: 'I could smell the sea. The ending stayed with me for days.',
      },
      { rating: 4, title: 'Slow in a good way', body: 'Takes its time to start, then does not let go.', author: 'Patrick O.', daysAgo: 35 },
      {
        rating: 2,
        title: 'Too quiet for me',
        author: 'Jess R.',
        daysAgo: 50,
        body: 'Beautiful sentences, but I was waiting for something to happen.',
      },
    ],
  },
  {
    slug: 'orchard-hands-cookbook',
    name: 'Orchard Hands, a Cookbook',
    sku: 'BOK-ORCHD',
    category: 'books',
    description:
      'Ninety recipes for apples, pears, plums and what grows beneath the trees, arranged by month. Every recipe fits on one ' +
      'page and uses ordinary pans. Sewn binding, so it stays open on the counter.',
    picture: { emoji: '1f4d7', tint: 95 },
    price: 3295,
    compareAt: 3895,
    attributes: { Type: 'Cookbook', Language: 'English', Pages: '256', Material: 'Coated paper' },
    stock: [48],
    sold: 196,
    daysAgo: 180,
    recommends: ['the-lighthouse-year-novel', 'small-hours-poems'],
    reviews: [
      { rating: 5, title: 'Stained already', body: 'The plum tart alone is worth the price.', author: 'Greta F.', daysAgo: 40 },
      { rating: 5, title: 'Stays open', body: 'Such a simple thing, and so rare in a cookbook.', author: 'Leo M.', daysAgo: 91 },
      { rating: 4, title: 'More photos please', body: 'Recipes are clear. I like to see every dish.', author: 'Annika S.', daysAgo: 148 },
    ],
  },
  {
    slug: 'small-hours-poems',
    name: 'Small Hours, Poems',
    sku: 'BOK-SMALL',
    category: 'books',
    description:
      'Sixty short poems written between midnight and five, about kitchens, night buses and newborns. One to a page with room to ' +
      'breathe. Bound in red cloth-look paper.',
    picture: { emoji: '1f4d5', tint: 350 },
    price: 1495,
    attributes: { Type: 'Poetry', Language: 'English', Pages: '96', Material: 'Uncoated paper' },
    stock: [35],
    sold: 64,
    daysAgo: 29,
    recommends: ['the-lighthouse-year-novel', 'orchard-hands-cookbook'],
    reviews: [
      { rating: 5, title: 'For new parents', body: 'I read one at every feed. They kept me company.', author: 'Dana Q.', daysAgo: 9 },
      {
        rating: 4,
        title: 'Tender and funny',
        author: 'Ellis T.',
        daysAgo: 20,
        body: 'Not every poem lands, but the bus ones are wonderful.',
      },
    ],
  },
  {
    slug: 'blue-door-mystery-box',
    name: 'Blue Door Mysteries, Box Set',
    sku: 'BOK-BLUED',
    category: 'books',
    description:
      'Three village mysteries in one set: The Blue Door, The Second Gardener and A Cold Supper. Each can be read alone, but the ' +
      'cat grows older in order. Paperback, 912 pages in all.',
    picture: { emoji: '1f4da', tint: 165 },
    price: 4490,
    attributes: { Type: 'Novel', Language: 'English', Pages: '912', Material: 'Uncoated paper' },
    stock: [27],
    sold: 118,
    daysAgo: 255,
    recommends: ['the-lighthouse-year-novel', 'small-hours-poems'],
    reviews: [
      { rating: 4, title: 'Cozy company', body: 'I guessed two out of three. The cat is the star.', author: 'Maureen J.', daysAgo: 78 },
      { rating: 5, title: 'Rainy weekend sorted', body: 'Read all three under one blanket.', author: 'Ravi C.', daysAgo: 136 },
      {
        rating: 1,
        title: 'Arrived bent',
        author: 'Nell B.',
        daysAgo: 201,
        body: 'The sleeve was crushed and one cover creased. Stories are fine.',
      },
    ],
  },
]
