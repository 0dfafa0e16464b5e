import type { DemoProduct } from '../../types'

export const furniture: DemoProduct[] = [
  {
    slug: 'alder-dining-chair',
    name: 'Alder Dining Chair',
    sku: 'HOM-ALDER',
    category: 'chairs-sofas',
    description:
      'A dining chair with a curved back and splayed legs, made from solid ash. The seat is slightly hollowed, so you can sit ' +
      'through a long dinner without a cushion. It arrives assembled and weighs just under five kilos.',
    picture: { emoji: '1fa91', tint: 28 },
    price: 12900,
    attributes: { Material: 'Ash', Width: '46 cm', 'Seat height': '45 cm', Assembly: 'Assembled' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Walnut', code: 'WAL', picture: { tint: 28 } },
          { value: 'Natural oak', code: 'OAK', picture: { hue: 18, brightness: 1.45, tint: 42 } },
          { value: 'Black', code: 'BLK', picture: { saturation: 0.1, brightness: 0.65, tint: 220 } },
          { value: 'Sage', code: 'SAG', surcharge: 1000, picture: { hue: 115, saturation: 0.6, brightness: 1.3, tint: 130 } },
        ],
      },
    ],
    stock: [46, 28, 4, 17],
    sold: 512,
    daysAgo: 318,
    recommends: ['pippin-kids-chair', 'marlow-sofa', 'quarter-mantel-clock'],
    reviews: [
      {
        rating: 5,
        title: 'Comfortable without a cushion',
        author: 'Hassan F.',
        daysAgo: 26,
        body: 'We sat around the table for four hours on Thanksgiving and nobody complained. The hollow in the seat really works.',
      },
      {
        rating: 5,
        title: 'Lovely grain',
        author: 'Karl P.',
        daysAgo: 129,
        body: 'Bought six in walnut. The grain differs a little from chair to chair, which I like.',
      },
      {
        rating: 4,
        title: 'Solid, slightly narrow',
        author: 'Rina C.',
        daysAgo: 194,
        body: 'Very sturdy and no wobble at all. Broad-shouldered guests may find the back a bit narrow.',
      },
      {
        rating: 3,
        title: 'Finish scratches',
        author: 'Yara M.',
        daysAgo: 259,
        body: 'Nice shape, but the black finish shows every scratch from my belt buckle.',
      },
    ],
  },
  {
    slug: 'pippin-kids-chair',
    name: "Pippin Children's Chair",
    sku: 'HOM-PIPPIN',
    category: 'chairs-sofas',
    description:
      'A small chair for children from about two to six years. It is made of beech, with rounded edges and a water-based ' +
      'paint that wipes clean. Felt pads under the legs keep the floor quiet.',
    picture: { emoji: '1fa91', hue: 190, brightness: 1.4, saturation: 1.1, tint: 205 },
    price: 4990,
    attributes: { Material: 'Beech', Width: '31 cm', 'Seat height': '28 cm', Assembly: '10 minutes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Sky blue', code: 'SKY', picture: { hue: 190, brightness: 1.4, tint: 205 } },
          { value: 'Coral', code: 'COR', picture: { hue: 350, saturation: 1.4, brightness: 1.45, tint: 10 } },
          { value: 'Mint', code: 'MNT', picture: { hue: 140, brightness: 1.45, saturation: 0.9, tint: 155 } },
        ],
      },
    ],
    stock: [60, 35, 22],
    sold: 274,
    daysAgo: 142,
    recommends: ['alder-dining-chair', 'nook-daybed', 'petal-wall-mirror'],
    reviews: [
      {
        rating: 5,
        title: 'Her favorite seat',
        author: 'Esther W.',
        daysAgo: 37,
        body: 'My daughter carries it from room to room all day. Light enough for a three-year-old, and it has not tipped once.',
      },
      {
        rating: 4,
        title: 'Washes well',
        author: 'Mona K.',
        daysAgo: 75,
        body: 'Finger paint came off with a damp cloth. One screw hole was a little tight during assembly.',
      },
      { rating: 4, title: 'Right height for crafts', body: 'It goes perfectly with our low play table.', author: 'Priya T.', daysAgo: 113 },
    ],
  },
  {
    slug: 'marlow-sofa',
    name: 'Marlow Sofa',
    sku: 'HOM-MARLOW',
    category: 'chairs-sofas',
    description:
      'A compact sofa with a deep seat and a firm, supportive back. The frame is kiln-dried pine, the cushions are foam ' +
      'wrapped in feather, and the woven cover comes off for washing. The floor lamp in the picture is not included.',
    picture: { emoji: '1f6cb-fe0f', tint: 212 },
    price: 89900,
    attributes: { Material: 'Cotton blend', 'Seat height': '44 cm', Cover: 'Removable', Assembly: '20 minutes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Harbor blue', code: 'BLU', picture: { tint: 212 } },
          { value: 'Moss', code: 'MOS', picture: { hue: 245, saturation: 0.8, tint: 110 } },
          { value: 'Rust', code: 'RST', picture: { hue: 140, saturation: 0.9, tint: 25 } },
          { value: 'Plum', code: 'PLM', picture: { hue: 65, saturation: 0.8, tint: 305 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Two seats', code: '2S' },
          { value: 'Three seats', code: '3S', surcharge: 25000 },
        ],
      },
    ],
    stock: [12, 18, 9, 14, 3, 11, 0, 8],
    notMade: [['Plum', 'Two seats']],
    featured: true,
    sold: 186,
    daysAgo: 96,
    recommends: ['glide-reclining-chair', 'alder-dining-chair', 'hollis-upholstered-bed', 'petal-wall-mirror'],
    reviews: [
      {
        rating: 5,
        title: 'Finally a sofa that fits',
        author: 'Anna G.',
        daysAgo: 8,
        body: 'Our living room is narrow and this looks made for it. The seat is deep enough to curl up in.',
      },
      {
        rating: 5,
        title: 'Covers wash beautifully',
        author: 'Dana R.',
        daysAgo: 32,
        body: 'Red wine on day three. The cover went through the machine and came back like new.',
      },
      {
        rating: 4,
        title: 'Firm at first',
        author: 'Jamal D.',
        daysAgo: 47,
        body: 'The cushions took about two weeks to soften. Now it is very comfortable.',
      },
      {
        rating: 4,
        title: 'Color as shown',
        author: 'Rosa N.',
        daysAgo: 63,
        body: 'The moss is a warm green, a little darker in the evening. Delivery was careful and on time.',
      },
      {
        rating: 2,
        title: 'Feathers poke through',
        author: 'Vera B.',
        daysAgo: 78,
        body: 'A few feathers have come through the seams of the back cushion. Service offered a new insert.',
      },
    ],
  },
  {
    slug: 'glide-reclining-chair',
    name: 'Glide Reclining Chair',
    sku: 'HOM-GLIDE',
    category: 'chairs-sofas',
    description:
      'A slim recliner with a high back, padded armrests and a headrest that follows when you lean back. A lever at the side ' +
      'stops it at any angle. The cover is a smooth polyester that does not hold on to pet hair.',
    picture: { emoji: '1f4ba', tint: 195 },
    price: 28900,
    compareAt: 34900,
    attributes: { Material: 'Polyester', Width: '68 cm', 'Seat height': '47 cm', Assembly: '20 minutes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Ice blue', code: 'ICE', picture: { tint: 195 } },
          { value: 'Graphite', code: 'GRA', picture: { saturation: 0.12, brightness: 0.75, tint: 225 } },
          { value: 'Coral', code: 'COR', picture: { hue: 140, tint: 350 } },
        ],
      },
    ],
    stock: [21, 16, 5],
    sold: 143,
    daysAgo: 205,
    recommends: ['marlow-sofa', 'alder-dining-chair'],
    reviews: [
      {
        rating: 5,
        title: 'My reading spot',
        author: 'Frank L.',
        daysAgo: 51,
        body: 'I can stop it at exactly the angle I want, and the headrest stays under my head.',
      },
      {
        rating: 4,
        title: 'Good for a small room',
        author: 'Ivan V.',
        daysAgo: 106,
        body: 'Takes far less space than our old recliner. The lever is a bit stiff.',
      },
      {
        rating: 3,
        title: 'Looks like a plane seat',
        author: 'Opal H.',
        daysAgo: 162,
        body: 'Comfortable, but the look is more practical than cozy.',
      },
    ],
  },
  {
    slug: 'hollis-upholstered-bed',
    name: 'Hollis Upholstered Bed',
    sku: 'HOM-HOLLIS',
    category: 'bedroom-furniture',
    description:
      'A bed with a padded headboard and a solid slatted base, so you need no box spring. The frame is pine, covered in a ' +
      'tightly woven cotton blend. There are 25 cm of free space underneath for boxes. Mattress and bedding are not included.',
    picture: { emoji: '1f6cf-fe0f', tint: 232 },
    price: 54900,
    attributes: { Material: 'Pine', Cover: 'Cotton blend', 'Headboard height': '104 cm', Assembly: '60 minutes' },
    options: [
      {
        name: 'Colour',
        values: [
          { value: 'Midnight', code: 'MID', picture: { tint: 232 } },
          { value: 'Heather', code: 'HEA', picture: { hue: 48, saturation: 0.7, brightness: 1.15, tint: 285 } },
        ],
      },
      {
        name: 'Size',
        values: [
          { value: 'Twin', code: 'TW' },
          { value: 'Full', code: 'FU', surcharge: 6000 },
          { value: 'Queen', code: 'QU', surcharge: 11000 },
          { value: 'King', code: 'KI', surcharge: 19000 },
        ],
      },
    ],
    stock: [15, 9, 24, 12, 18, 7, 2, 10],
    sold: 231,
    daysAgo: 260,
    recommends: ['nook-daybed', 'petal-wall-mirror', 'quarter-mantel-clock'],
    reviews: [
      {
        rating: 5,
        title: 'No creaks',
        author: 'Wendy S.',
        daysAgo: 24,
        body: 'We move a lot at night and there is not a sound from the frame. Two of us built it in under an hour.',
      },
      {
        rating: 4,
        title: 'Handsome headboard',
        author: 'Claire F.',
        daysAgo: 108,
        body: 'The padding is thick enough to lean against with a book. Slats could be a touch closer together.',
      },
      {
        rating: 4,
        title: 'Boxes fit underneath',
        author: 'Keiko P.',
        daysAgo: 161,
        body: 'Four big storage boxes slide under the queen. That saved us a closet.',
      },
      {
        rating: 3,
        title: 'One missing bolt',
        author: 'Nadia C.',
        daysAgo: 214,
        body: 'Good bed, but a bolt was missing and it took a week for the spare to arrive.',
      },
    ],
  },
  {
    slug: 'nook-daybed',
    name: 'Nook Daybed',
    sku: 'HOM-NOOK',
    category: 'bedroom-furniture',
    description:
      'A narrow daybed for guest rooms, studies and reading corners. The frame is birch plywood with a clear varnish, and the ' +
      'mattress with its rose cotton cover is included. By day it makes a generous bench.',
    picture: { emoji: '1f6cf-fe0f', hue: 112, saturation: 0.85, brightness: 1.1, tint: 345 },
    price: 37900,
    attributes: { Material: 'Birch plywood', Cover: 'Cotton', 'Headboard height': '72 cm', Assembly: '40 minutes' },
    stock: [13],
    sold: 67,
    daysAgo: 74,
    recommends: ['hollis-upholstered-bed', 'marlow-sofa', 'pippin-kids-chair'],
    reviews: [
      {
        rating: 5,
        title: 'Guests sleep well',
        author: 'Vivian M.',
        daysAgo: 13,
        body: 'My mother stayed for a week and asked where we got it. The mattress is better than I expected.',
      },
      {
        rating: 4,
        title: 'Pretty and simple',
        author: 'Bridget W.',
        daysAgo: 59,
        body: 'Lovely in my study. At two meters it is fine for most people, but my tall brother touches the end.',
      },
    ],
  },
  {
    slug: 'petal-wall-mirror',
    name: 'Petal Wall Mirror',
    sku: 'HOM-PETAL',
    category: 'bedroom-furniture',
    description:
      'A wall mirror in a scalloped steel frame with a brushed finish. The glass is 4 mm thick, with a backing that stays in ' +
      'place if it breaks. Two hooks and a paper template for drilling are in the box.',
    picture: { emoji: '1fa9e', tint: 48 },
    price: 7990,
    attributes: { Material: 'Steel', Width: '42 cm', Height: '60 cm', Mounting: 'Two hooks' },
    options: [
      {
        name: 'Finish',
        values: [
          { value: 'Brass', code: 'BRS', picture: { tint: 48 } },
          { value: 'Copper', code: 'COP', picture: { hue: 335, brightness: 0.95, tint: 20 } },
          { value: 'Nickel', code: 'NIC', picture: { saturation: 0.15, tint: 215 } },
        ],
      },
    ],
    stock: [33, 19, 26],
    sold: 348,
    daysAgo: 171,
    recommends: ['quarter-mantel-clock', 'hollis-upholstered-bed', 'marlow-sofa'],
    reviews: [
      {
        rating: 5,
        title: 'Brightens the hallway',
        author: 'Hugo K.',
        daysAgo: 33,
        body: 'It catches the light from the kitchen and makes our hallway look twice as big.',
      },
      {
        rating: 4,
        title: 'The template helps',
        author: 'Pedro T.',
        daysAgo: 79,
        body: 'Held the paper on the wall, drilled twice, done. Perfectly level.',
      },
      {
        rating: 4,
        title: 'Smaller than I pictured',
        author: 'Theo G.',
        daysAgo: 126,
        body: 'Beautiful frame. The glass itself is about 33 cm across, so check the size first.',
      },
    ],
  },
  {
    slug: 'quarter-mantel-clock',
    name: 'Quarter Mantel Clock',
    sku: 'HOM-QUARTER',
    category: 'bedroom-furniture',
    description:
      'An arched shelf clock with a walnut-veneered case and a clear white dial. The movement runs silently, so it suits a ' +
      'bedside table. It takes one AA battery, which lasts about a year.',
    picture: { emoji: '1f570-fe0f', tint: 15 },
    price: 6450,
    compareAt: 7900,
    attributes: { Material: 'Walnut veneer', Width: '24 cm', Height: '21 cm', Power: '1 × AA battery' },
    stock: [38],
    sold: 195,
    daysAgo: 333,
    recommends: ['petal-wall-mirror', 'hollis-upholstered-bed', 'alder-dining-chair'],
    reviews: [
      {
        rating: 5,
        title: 'Truly silent',
        author: 'Derek R.',
        daysAgo: 76,
        body: 'I am a light sleeper and I cannot hear it from a foot away.',
      },
      {
        rating: 4,
        title: 'Looks older than it is',
        author: 'Greg D.',
        daysAgo: 167,
        body: "It fits right in with my grandmother's furniture. The numerals are easy to read.",
      },
      {
        rating: 2,
        title: 'Loses time',
        author: 'Maya N.',
        daysAgo: 258,
        body: 'It was four minutes slow after a month, and a fresh battery did not help.',
      },
    ],
  },
]
