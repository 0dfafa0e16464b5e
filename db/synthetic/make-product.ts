import type { PictureRef } from '@/db/schema/catalog'
import { syntheticId } from './ids'
import { type Random, randomFor } from './random'
import type { Leaf } from './tree'
import { adjectives, brands, colours, descriptions, materials, people, sentences, series, verdicts } from './vocabulary'

type SyntheticVariant = { id: string; sku: string; priceMinor: number | null; options: Record<string, string>; stock: number; sold: number }
type SyntheticReview = { id: string; rating: number; title: string; body: string; author: string; daysAgo: number }

export type SyntheticProduct = {
  id: string
  slug: string
  name: string
  sku: string
  description: string
  priceMinor: number
  comparePriceMinor: number | null
  isFeatured: boolean
  attributes: Record<string, string>
  options: { name: string; values: string[] }[]
  pictures: [PictureRef, PictureRef]
  daysAgo: number
  variants: SyntheticVariant[]
  reviews: SyntheticReview[]
}

const sizes = {
  clothes: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  shoes: ['EU 37', 'EU 39', 'EU 41', 'EU 43', 'EU 45'],
  sets: ['Single', 'Set of 2', 'Set of 4'],
}

/** The product of this number, always the same. `pictures` are those of the leaf's demo products: main view and second view. */
export function makeProduct(number: number, leaf: Leaf, pictures: [PictureRef, PictureRef][]): SyntheticProduct {
  const random = randomFor(number)
  const material = rareOften(random, materials)
  const brand = rareOften(random, brands)
  const noun = random.pick(leaf.nouns)
  const name = `${rareOften(random, adjectives)} ${material} ${noun} ${rareOften(random, series)}`
  const sku = `SYN-${String(number).padStart(7, '0')}`
  const priceMinor = Math.max(200, Math.round((leaf.price * (40 + random.below(200))) / 10_000) * 100 - 1)
  const options = optionsOf(random, leaf)
  return {
    id: syntheticId('product', number),
    slug: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${number}`,
    name,
    sku,
    description: `${random.pick(descriptions)} ${random.pick(sentences)} Made of ${material.toLowerCase()} by ${brand}.`,
    priceMinor,
    comparePriceMinor: random.chance(0.16) ? Math.round(priceMinor * 1.25) : null,
    isFeatured: random.chance(0.002),
    attributes: { Material: material, Brand: brand, Warranty: random.pick(['1 year', '2 years', '5 years']), Origin: random.pick(origins) },
    options,
    pictures: random.pick(pictures),
    daysAgo: random.below(1_000),
    variants: variantsOf(random, number, { sku, priceMinor, options }),
    reviews: reviewsOf(random, number),
  }
}

const origins = ['Portugal', 'Italy', 'Germany', 'Poland', 'Japan', 'Vietnam', 'India', 'Mexico', 'United States']

/** Early words of a list come often, late ones seldom, as in any real catalogue. */
const rareOften = (random: Random, list: readonly string[]) =>
  list[Math.min(random.below(list.length), random.below(list.length))] ?? random.pick(list)

/** One to six variants: none, some colours, some sizes, or two colours in up to three sizes. */
function optionsOf(random: Random, leaf: Leaf): SyntheticProduct['options'] {
  const inSizes = leaf.sizes ? sizes[leaf.sizes] : null
  const some = (list: readonly string[], count: number) => {
    const from = random.below(Math.max(1, list.length - count + 1))
    return list.slice(from, from + count)
  }
  const kind = random.below(4)
  if (kind === 0) return []
  if (kind === 1 || !inSizes) return [{ name: 'Colour', values: some(colours, 1 + random.below(4)) }]
  if (kind === 2) return [{ name: 'Size', values: some(inSizes, 1 + random.below(inSizes.length)) }]
  return [
    { name: 'Colour', values: some(colours, 2) },
    { name: 'Size', values: some(inSizes, 1 + random.below(3)) },
  ]
}

function variantsOf(
  random: Random,
  number: number,
  { sku, priceMinor, options }: Pick<SyntheticProduct, 'sku' | 'priceMinor' | 'options'>,
): SyntheticVariant[] {
  const combinations = options.reduce<Record<string, string>[]>(
    (partial, { name, values }) => partial.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value }))),
    [{}],
  )
  const isSoldOut = random.chance(0.06)
  const popularity = random.chance(0.4) ? 0 : random.below(40) ** 2
  return combinations.map((chosen, index) => ({
    id: syntheticId('variant', number, index),
    sku: index === 0 && combinations.length === 1 ? sku : `${sku}-${index + 1}`,
    priceMinor: random.chance(0.15) ? priceMinor + 500 * (1 + random.below(4)) : null,
    options: chosen,
    stock: isSoldOut ? 0 : random.chance(0.1) ? random.below(6) : 5 + random.below(200),
    sold: index === 0 ? popularity : 0,
  }))
}

function reviewsOf(random: Random, number: number): SyntheticReview[] {
  const count = random.chance(0.45) ? 0 : 1 + random.below(4)
  return Array.from({ length: count }, (_, index) => {
    const rating = random.pick([1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5])
    const [title, body] = verdicts[rating] ?? ['Fine', 'Fine.']
    return { id: syntheticId('review', number, index), rating, title, body, author: random.pick(people), daysAgo: random.below(300) }
  })
}
