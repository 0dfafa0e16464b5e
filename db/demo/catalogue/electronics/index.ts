import type { DemoCategory, DemoProduct } from '../../types'
import { audio } from './audio'
import { books } from './books'
import { computing } from './computing'
import { instruments } from './instruments'
import { phones } from './phones'
import { photo } from './photo'
import { stationery } from './stationery'
import { wind } from './wind'

export const categories: DemoCategory[] = [
  {
    slug: 'electronics',
    name: 'Electronics',
    description: 'Sound, screens and clever small things, with what they can do and what they cannot written beside them.',
    picture: { emoji: '1f3a7', tint: 225, hue: 330, saturation: 2.5, brightness: 0.75 },
    children: [
      {
        slug: 'audio',
        name: 'Audio',
        description: 'Headphones, microphones, speakers and radios for listening well, alone or together.',
        picture: { emoji: '1f50a', tint: 270 },
        children: [
          {
            slug: 'headphones-microphones',
            name: 'Headphones & Microphones',
            description: 'Wireless pairs for the commute, wired ones for the studio and microphones for your own voice.',
            picture: { emoji: '1f3a7', tint: 262 },
          },
          {
            slug: 'speakers-radios',
            name: 'Speakers & Radios',
            description: 'Shelf speakers, pocket speakers and radios with real knobs.',
            picture: { emoji: '1f4fb', tint: 190 },
          },
        ],
      },
      {
        slug: 'computing',
        name: 'Computing',
        description: 'Computers you can open and repair, and the keyboards, mice and printers that go with them.',
        picture: { emoji: '1f4bb', tint: 215 },
        children: [
          {
            slug: 'laptops-desktops',
            name: 'Laptops & Desktops',
            description: 'From a tough little school laptop to a calm 27-inch desktop.',
            picture: { emoji: '1f5a5-fe0f', tint: 190 },
          },
          {
            slug: 'keyboards-mice-printers',
            name: 'Keyboards, Mice & Printers',
            description: 'Good things to type on, point with and print from.',
            picture: { emoji: '2328-fe0f', tint: 250 },
          },
        ],
      },
      {
        slug: 'phones-watches',
        name: 'Phones & Watches',
        description: 'Stay in touch and on time, with or without a touchscreen.',
        picture: { emoji: '1f4f1', tint: 280 },
        children: [
          {
            slug: 'phones',
            name: 'Phones',
            description: 'Smartphones with long support, and landline phones that simply ring.',
            picture: { emoji: '260e-fe0f', tint: 350 },
          },
          {
            slug: 'watches-clocks',
            name: 'Watches & Clocks',
            description: 'Wristwatches, stopwatches and a very convincing alarm clock.',
            picture: { emoji: '231a', tint: 220 },
          },
        ],
      },
      {
        slug: 'photo-film',
        name: 'Photo & Film',
        description: 'Cameras to take along, projectors to gather around and lenses that bring things closer.',
        picture: { emoji: '1f4f8', tint: 45 },
        children: [
          {
            slug: 'cameras',
            name: 'Cameras',
            description: 'Compact, instant and video cameras for family albums and first films.',
            picture: { emoji: '1f4f7', tint: 255 },
          },
          {
            slug: 'projectors-optics',
            name: 'Projectors & Optics',
            description: 'Projectors, small televisions, telescopes and microscopes.',
            picture: { emoji: '1f52d', tint: 230 },
          },
        ],
      },
    ],
  },
  {
    slug: 'music-studio',
    name: 'Music & Studio',
    description: 'Instruments to learn on and keep, and fine paper for what you write down.',
    picture: { emoji: '1f3b8', tint: 345 },
    children: [
      {
        slug: 'instruments',
        name: 'Instruments',
        description: 'Strings, keys, drums and wind, for first lessons and for the stage.',
        picture: { emoji: '1f3b7', tint: 40 },
        children: [
          {
            slug: 'guitars-strings',
            name: 'Guitars & Strings',
            description: 'Electric guitars, violins and banjos, ready to play from the box.',
            picture: { emoji: '1f3b8', tint: 215, hue: 220 },
          },
          {
            slug: 'keys-drums',
            name: 'Keys & Drums',
            description: 'Pianos, accordions and things to hit, shake and tap.',
            picture: { emoji: '1f941', tint: 355 },
          },
          {
            slug: 'wind-instruments',
            name: 'Wind Instruments',
            description: 'Saxophones, trumpets, recorders and a horn for the hills.',
            picture: { emoji: '1f3ba', tint: 200 },
          },
        ],
      },
      {
        slug: 'desk-paper',
        name: 'Desk & Paper',
        description: 'Notebooks, pens and books for quiet hours.',
        picture: { emoji: '1f4da', tint: 160 },
        children: [
          {
            slug: 'stationery',
            name: 'Stationery',
            description: 'Sewn notebooks, good pens and pencils that smell of cedar.',
            picture: { emoji: '1f58b-fe0f', tint: 215 },
          },
          {
            slug: 'books',
            name: 'Books',
            description: 'Novels, poems and a cookbook, to read by the window or on the train.',
            picture: { emoji: '1f4d6', tint: 190 },
          },
        ],
      },
    ],
  },
]

export const products: DemoProduct[] = [...audio, ...computing, ...phones, ...photo, ...instruments, ...wind, ...stationery, ...books]
