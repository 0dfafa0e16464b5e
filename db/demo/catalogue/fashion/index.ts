import type { DemoCategory, DemoProduct } from '../../types'
import { bagsAndHats } from './bags-hats'
import { bathCare } from './bath-care'
import { coatsAndKnits } from './coats-knits'
import { eyewearAndJewelry } from './eyewear-jewelry'
import { makeUp } from './make-up'
import { shoes } from './shoes'
import { topsAndDresses } from './tops-dresses'

export const categories: DemoCategory[] = [
  {
    slug: 'fashion',
    name: 'Fashion',
    picture: { emoji: '1f457', tint: 330, hue: 45 },
    description: 'Shoes, clothing and the things that go with them, for working days, weekends and the road.',
    children: [
      {
        slug: 'shoes',
        name: 'Shoes',
        picture: { emoji: '1f45f', tint: 200, hue: 280 },
        description: 'From light running shoes to waxed hiking boots. Sizes are European and fit as usual unless a page says otherwise.',
        children: [
          {
            slug: 'sneakers-skates',
            name: 'Sneakers & Skates',
            picture: { emoji: '1f45f', tint: 265 },
            description: 'Shoes to run, stroll and roll in, on asphalt and on ice.',
          },
          {
            slug: 'boots-lace-ups',
            name: 'Boots & Lace-Ups',
            picture: { emoji: '1f97e', tint: 38 },
            description: 'Sturdy pairs for trails, snow and the office. Most can be resoled.',
          },
          {
            slug: 'heels-flats',
            name: 'Heels & Flats',
            picture: { emoji: '1f460', tint: 345 },
            description: 'Pumps for the evening, flats for the way home and sandals for the beach.',
          },
        ],
      },
      {
        slug: 'clothing',
        name: 'Clothing',
        picture: { emoji: '1f455', tint: 150, hue: 40 },
        description: 'Well-cut basics and a few pieces to be seen in, made of cotton, linen and wool.',
        children: [
          {
            slug: 'tops-shirts',
            name: 'Tops & Shirts',
            picture: { emoji: '1f455', tint: 105 },
            description: 'T-shirts, blouses and shirts that keep their shape in the wash.',
          },
          {
            slug: 'dresses-swimwear',
            name: 'Dresses & Swimwear',
            picture: { emoji: '1f457', tint: 215 },
            description: 'For garden parties, warm evenings and the water.',
          },
          {
            slug: 'trousers-shorts',
            name: 'Trousers & Shorts',
            picture: { emoji: '1f456', tint: 30 },
            description: 'Denim, linen and twill, with pockets that are deep enough.',
          },
          {
            slug: 'coats-jackets',
            name: 'Coats & Jackets',
            picture: { emoji: '1f9e5', tint: 32 },
            description: 'Layers against wind, drizzle and frost.',
          },
          {
            slug: 'scarves-gloves-socks',
            name: 'Scarves, Gloves & Socks',
            picture: { emoji: '1f9e3', tint: 350 },
            description: 'Knitted things that keep the edges warm.',
          },
        ],
      },
      {
        slug: 'fashion-accessories',
        name: 'Bags & Accessories',
        picture: { emoji: '1f45c', tint: 45 },
        description: 'What you carry, wear on your head and put on last.',
        children: [
          {
            slug: 'bags-luggage',
            name: 'Bags & Luggage',
            picture: { emoji: '1f9f3', tint: 205 },
            description: 'From a purse for coins to a suitcase for three weeks.',
          },
          {
            slug: 'hats-umbrellas',
            name: 'Hats & Umbrellas',
            picture: { emoji: '1f452', tint: 40 },
            description: 'Shade when it is sunny and a roof when it is not.',
          },
          {
            slug: 'eyewear',
            name: 'Eyewear',
            picture: { emoji: '1f576-fe0f', tint: 48 },
            description: 'Glasses for reading, for the sun and for the snow.',
          },
          {
            slug: 'jewelry-watches',
            name: 'Jewelry & Watches',
            picture: { emoji: '1f48d', tint: 225 },
            description: 'Small pieces in silver, glass and steel, ready to give.',
          },
        ],
      },
    ],
  },
  {
    slug: 'beauty-bath',
    name: 'Beauty & Bath',
    picture: { emoji: '1f484', tint: 320, hue: 340 },
    description: 'Color for lips and nails, and everything that makes the bathroom a pleasant place.',
    children: [
      {
        slug: 'make-up',
        name: 'Make-up',
        picture: { emoji: '1f48b', tint: 350 },
        description: 'A small range, chosen for good ingredients and refills.',
        children: [
          {
            slug: 'lips-nails',
            name: 'Lips & Nails',
            picture: { emoji: '1f485', tint: 270 },
            description: 'Lipsticks, gloss and polish in colors that suit many.',
          },
          {
            slug: 'brushes-mirrors',
            name: 'Brushes & Mirrors',
            picture: { emoji: '1fa9e', tint: 45 },
            description: 'Tools for hair and make-up, and a bag to keep them in.',
          },
        ],
      },
      {
        slug: 'bath-care',
        name: 'Bath & Care',
        picture: { emoji: '1f6c1', tint: 195 },
        description: 'Gentle things for skin and teeth, many of them with refills.',
        children: [
          {
            slug: 'soaps-lotions',
            name: 'Soaps & Lotions',
            picture: { emoji: '1f9f4', tint: 15 },
            description: 'Soap, lotion and salts with mild scents and plant oils.',
          },
          {
            slug: 'bath-essentials',
            name: 'Bathroom Essentials',
            picture: { emoji: '1faa5', tint: 130, hue: 145 },
            description: 'The few things you use every single day.',
          },
        ],
      },
    ],
  },
]

export const products: DemoProduct[] = [...shoes, ...topsAndDresses, ...coatsAndKnits, ...bagsAndHats, ...eyewearAndJewelry, ...makeUp, ...bathCare]
