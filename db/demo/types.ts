/** The shape in which the demo catalogue is written by hand. The loader turns it into rows; nothing here does I/O. */

/** A category and its children. Slugs are unique over the whole tree, because `/c/[slug]` has no parents in it. */
export type DemoCategory = {
  slug: string
  name: string
  /** One or two sentences that a shopper reads at the top of the category page. */
  description: string
  picture: Picture
  children?: DemoCategory[]
}

/** A picture of the Fluent 3D set on a tinted gradient. */
export type Picture = {
  /** Code point(s) as in the file name of the set, for example `1f3a7`. */
  emoji: string
  /** Hue of the backdrop in degrees (0–359). */
  tint: number
  /** Degrees by which the drawing's own colours are turned; 0 or absent leaves them as drawn. */
  hue?: number
  /** Saturation factor of the drawing; absent is 1. 0.15 makes a black-and-white version. */
  saturation?: number
  /** Brightness factor of the drawing; absent is 1. */
  brightness?: number
}

/** One option of a product. A value may change the price, the picture and the stock of the variants that have it. */
export type DemoOption = {
  name: 'Colour' | 'Size' | 'Capacity' | 'Finish' | 'Length' | 'Set' | 'Weight' | 'Scent' | 'Flavour'
  values: DemoOptionValue[]
}

type DemoOptionValue = {
  /** As shown, for example `Forest green` or `EU 42`. */
  value: string
  /** Two to five characters for the SKU, for example `GRN` or `42`. */
  code: string
  /** Added to the product's price, in cents; may be negative. */
  surcharge?: number
  /** How this value looks, laid over the product's picture. Give it to every value of Colour or Finish. */
  picture?: Partial<Picture>
}

type DemoReview = {
  rating: 1 | 2 | 3 | 4 | 5
  title: string
  body: string
  author: string
  /** Days before the demo data was loaded. */
  daysAgo: number
}

export type DemoProduct = {
  slug: string
  name: string
  /** SKU stem in capitals and digits, unique, for example `AUD-HALO`. A variant's SKU is stem-CODE-CODE. */
  sku: string
  /** Slug of a leaf category. */
  category: string
  /** Further leaf categories, rarely. */
  alsoIn?: string[]
  /** Two to four sentences. */
  description: string
  picture: Picture
  /** US cents. */
  price: number
  /** Former price in cents, above `price`, on about one product in six. */
  compareAt?: number
  /** Facts a shopper compares: `{ Material: 'Oak', Width: '48 cm' }`. Two to five, with names that recur inside a category so that they work as filters. */
  attributes: Record<string, string>
  options?: DemoOption[]
  /** Units available of each variant, in the order of the cartesian product of the options (the last option varies fastest); a shorter list repeats. */
  stock: number[]
  /** Combinations that were never made, by option values, for example `['Red', 'EU 36']`. */
  notMade?: string[][]
  featured?: true
  /** Units sold so far, for "best selling". */
  sold: number
  /** Days before the demo data was loaded on which the product came in. */
  daysAgo: number
  /** Slugs of two to four other products of the same file. */
  recommends: string[]
  reviews: DemoReview[]
}
