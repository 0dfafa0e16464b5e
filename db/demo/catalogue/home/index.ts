import type { DemoCategory, DemoProduct } from '../../types'
import { furniture } from './furniture'
import { garden } from './garden'
import { kitchen } from './kitchen'
import { lighting } from './lighting'
import { outdoors } from './outdoors'
import { sports } from './sports'
import { toys } from './toys'

export const categories: DemoCategory[] = [
  {
    slug: 'home-garden',
    name: 'Home & Garden',
    picture: { emoji: '1f3e1', tint: 130 },
    description: 'Things for every room and for the green space outside, chosen to be used every day and to last.',
    children: [
      {
        slug: 'furniture',
        name: 'Furniture',
        picture: { emoji: '1f6cb-fe0f', tint: 212 },
        description: 'Seats, beds and the pieces around them, with delivery to your door.',
        children: [
          {
            slug: 'chairs-sofas',
            name: 'Chairs & Sofas',
            picture: { emoji: '1fa91', tint: 28 },
            description: 'Somewhere to sit, from a dining chair for one to a sofa for three.',
          },
          {
            slug: 'bedroom-furniture',
            name: 'Beds & Bedroom',
            picture: { emoji: '1f6cf-fe0f', tint: 232 },
            description: 'Bed frames and daybeds, with mirrors and clocks for the wall and the shelf.',
          },
        ],
      },
      {
        slug: 'lighting',
        name: 'Lighting',
        picture: { emoji: '1f4a1', tint: 46 },
        description: 'Warm light for dinner, bright light for the dark, and something for parties.',
        children: [
          {
            slug: 'lamps-lanterns',
            name: 'Lamps & Lanterns',
            picture: { emoji: '1f3ee', tint: 12 },
            description: 'Bulbs, lanterns and lights to hang up or carry along.',
          },
          {
            slug: 'candles',
            name: 'Candles & Oil Lamps',
            picture: { emoji: '1f56f-fe0f', tint: 32 },
            description: 'Clean-burning candles and small lamps, with and without scent.',
          },
        ],
      },
      {
        slug: 'kitchen',
        name: 'Kitchen',
        picture: { emoji: '1f373', tint: 258 },
        description: 'Tools for cooking, brewing and serving that earn their place on the shelf.',
        children: [
          {
            slug: 'cookware',
            name: 'Cookware',
            picture: { emoji: '1f372', tint: 22 },
            description: 'Pots and pans in cast iron and steel, for weeknights and for a full table.',
          },
          {
            slug: 'coffee-teaware',
            name: 'Coffee & Tea',
            picture: { emoji: '1fad6', tint: 345 },
            description: 'Mugs, cups and pots for the first coffee and the last tea of the day.',
          },
          {
            slug: 'knives-table',
            name: 'Knives & Tableware',
            picture: { emoji: '1f52a', tint: 228 },
            description: 'Sharp knives, flatware and jars for the counter and the table.',
          },
        ],
      },
      {
        slug: 'garden',
        name: 'Garden',
        picture: { emoji: '1f331', tint: 90 },
        description: 'Plants, bulbs and seeds, and the tools to look after them.',
        children: [
          {
            slug: 'plants',
            name: 'Plants & Seeds',
            picture: { emoji: '1fab4', tint: 105 },
            description: 'Green company for the window sill and color for the flower bed.',
          },
          {
            slug: 'garden-tools',
            name: 'Garden Tools',
            picture: { emoji: '1faa3', tint: 205 },
            description: 'Sturdy tools and gloves that make work outdoors a pleasure.',
          },
        ],
      },
    ],
  },
  {
    slug: 'sport-play',
    name: 'Sport & Play',
    picture: { emoji: '1f3be', tint: 75 },
    description: 'For the court, the trail and the living room floor: everything that gets you moving or playing.',
    children: [
      {
        slug: 'sports',
        name: 'Sports',
        picture: { emoji: '26bd', tint: 215 },
        description: 'Equipment for beginners and regulars, in summer and in winter.',
        children: [
          {
            slug: 'balls-racquets',
            name: 'Balls & Racquets',
            picture: { emoji: '1f3c0', tint: 24 },
            description: 'For the field, the court and the back yard.',
          },
          {
            slug: 'winter-sports',
            name: 'Winter Sports',
            picture: { emoji: '1f3bf', tint: 205 },
            description: 'Skis, skates and sleds for the days when it finally snows.',
          },
          {
            slug: 'water-sports',
            name: 'Water Sports',
            picture: { emoji: '1f93f', tint: 335 },
            description: 'For days on the lake, at the beach and under the surface.',
          },
        ],
      },
      {
        slug: 'outdoors',
        name: 'Outdoors',
        picture: { emoji: '1f3d5-fe0f', tint: 145 },
        description: 'Gear for a weekend in the woods and wheels for the way through town.',
        children: [
          {
            slug: 'camping-hiking',
            name: 'Camping & Hiking',
            picture: { emoji: '26fa', tint: 135 },
            description: 'Tents, packs and boots that keep you dry and on the right path.',
          },
          {
            slug: 'bikes-boards',
            name: 'Bikes, Scooters & Skates',
            picture: { emoji: '1f6b2', tint: 350 },
            description: 'Wheels for the commute, the school run and the skate park.',
          },
        ],
      },
      {
        slug: 'toys-games',
        name: 'Toys & Games',
        picture: { emoji: '1f9f8', tint: 32 },
        description: 'Games for rainy evenings and soft friends for every age.',
        children: [
          {
            slug: 'games-puzzles',
            name: 'Games & Puzzles',
            picture: { emoji: '1f9e9', tint: 105 },
            description: 'For one, for two or for the whole table.',
          },
          {
            slug: 'soft-toys',
            name: 'Soft Toys',
            picture: { emoji: '1f427', tint: 258 },
            description: 'Animals to hug, made with tight seams and soft fabrics.',
          },
        ],
      },
    ],
  },
]

export const products: DemoProduct[] = [...furniture, ...lighting, ...kitchen, ...garden, ...sports, ...outdoors, ...toys]
