import { v5 } from 'uuid'
import type { categories, productImages, productRecommendations, products, productVariants } from '@/db/schema/catalog'
import type { categoryProducts } from '@/db/schema/catalog-lists'
import type { inventoryMovements } from '@/db/schema/inventory'
import type { reviews } from '@/db/schema/reviews'
import type { CategoryId, ImageId, ProductId, ReviewId, VariantId } from '@/lib/core/ids'
import { type PlannedPicture, pictureOfCategory, picturesOf, valueKey } from './pictures'
import type { DemoCategory, DemoOption, DemoProduct } from './types'

/** What the loader writes. Columns that the database derives (price range, facets, ratings, sums of stock) are left to it. */
export type DemoRows = {
  categories: (typeof categories.$inferInsert)[]
  products: (typeof products.$inferInsert)[]
  categoryProducts: (typeof categoryProducts.$inferInsert)[]
  images: (typeof productImages.$inferInsert)[]
  variants: (typeof productVariants.$inferInsert)[]
  movements: (typeof inventoryMovements.$inferInsert)[]
  recommendations: (typeof productRecommendations.$inferInsert)[]
  reviews: (typeof reviews.$inferInsert)[]
}

/** `blurs` by picture hash; `now` is the moment from which `daysAgo` counts. The same input always gives the same ids. */
export type DemoInput = { categories: DemoCategory[]; products: DemoProduct[]; blurs: Map<string, string>; now: Date }

export function demoRows({ categories: tree, products: all, blurs, now }: DemoInput): DemoRows {
  const rows: DemoRows = {
    categories: [],
    products: [],
    categoryProducts: [],
    images: [],
    variants: [],
    movements: [],
    recommendations: [],
    reviews: [],
  }
  const ancestors = new Map<string, CategoryId[]>()
  addCategories(rows, ancestors, blurs, tree)
  for (const product of all) {
    addProduct(rows, blurs, now, product)
    addToCategories(rows, ancestors, now, product)
    addVariants(rows, now, product)
    addReviews(rows, now, product)
    product.recommends.forEach((slug, position) => {
      rows.recommendations.push({ productId: productId(product.slug), recommendedProductId: productId(slug), position })
    })
  }
  return rows
}

/** A namespace of our own (RFC 9562, version 5): names become ids, so that two loads agree. */
const NAMESPACE = '5f2f5a1e-8a3c-4c1e-9d43-7a7d0f6b2c11'
const idOf = <T extends string>(kind: string, name: string): T => v5(`${kind}:${name}`, NAMESPACE) as T

const categoryId = (slug: string) => idOf<CategoryId>('category', slug)
const productId = (slug: string) => idOf<ProductId>('product', slug)
const variantId = (sku: string) => idOf<VariantId>('variant', sku)
const imageId = (slug: string, hash: string) => idOf<ImageId>('image', `${slug}:${hash}`)

const DAY_MS = 86_400_000
/** Spread over the day by the position of the name in the alphabet of hashes, so that "newest" has no ties. */
const daysBefore = (now: Date, days: number, name: string) =>
  new Date(now.getTime() - days * DAY_MS - (Number.parseInt(idOf('time', name).slice(0, 6), 16) % DAY_MS))

function addCategories(
  rows: DemoRows,
  ancestors: Map<string, CategoryId[]>,
  blurs: Map<string, string>,
  siblings: DemoCategory[],
  parents: CategoryId[] = [],
) {
  siblings.forEach((category, position) => {
    const { slug, name, description } = category
    const id = categoryId(slug)
    rows.categories.push({
      id,
      parentId: parents[0] ?? null,
      slug,
      name,
      description,
      picture: pictureRef(blurs, pictureOfCategory(category)),
      position,
    })
    ancestors.set(slug, [id, ...parents])
    addCategories(rows, ancestors, blurs, category.children ?? [], [id, ...parents])
  })
}

function pictureRef(blurs: Map<string, string>, { hash, alt }: PlannedPicture) {
  const blur = blurs.get(hash)
  if (blur === undefined) throw new Error(`No blur was made for picture ${hash}`)
  return { hash, blur, alt }
}

function addProduct(rows: DemoRows, blurs: Map<string, string>, now: Date, product: DemoProduct) {
  const id = productId(product.slug)
  const { images } = picturesOf(product)
  const refs = images.map((image) => pictureRef(blurs, image))
  const createdAt = daysBefore(now, product.daysAgo, product.slug)
  rows.products.push({
    id,
    slug: product.slug,
    name: product.name,
    description: product.description,
    sku: product.sku,
    primaryCategoryId: categoryId(product.category),
    priceMinor: product.price,
    comparePriceMinor: product.compareAt ?? null,
    priceMinMinor: product.price,
    priceMaxMinor: product.price,
    isFeatured: product.featured ?? false,
    attributes: product.attributes,
    options: (product.options ?? []).map(({ name, values }) => ({ name, values: values.map(({ value }) => value) })),
    picture: refs[0] ?? null,
    picture2: refs[1] ?? null,
    createdAt,
    updatedAt: createdAt,
  })
  refs.forEach((ref, position) => {
    rows.images.push({ id: imageId(product.slug, ref.hash), productId: id, ...ref, isMain: position === 0, position, createdAt })
  })
}

function addToCategories(rows: DemoRows, ancestors: Map<string, CategoryId[]>, now: Date, product: DemoProduct) {
  const direct = [product.category, ...(product.alsoIn ?? [])]
  const isDirect = new Map<CategoryId, boolean>()
  for (const slug of direct) {
    const path = ancestors.get(slug)
    if (!path) throw new Error(`${product.slug} names the category ${slug}, which does not exist`)
    for (const [index, id] of path.entries()) isDirect.set(id, index === 0 || (isDirect.get(id) ?? false))
  }
  for (const [category, direct] of isDirect) {
    rows.categoryProducts.push({
      categoryId: category,
      productId: productId(product.slug),
      isDirect: direct,
      isActive: true,
      createdAt: daysBefore(now, product.daysAgo, product.slug),
      priceMinMinor: product.price,
      sold: product.sold,
    })
  }
}

function addVariants(rows: DemoRows, now: Date, product: DemoProduct) {
  const { images, indexOfValue } = picturesOf(product)
  const made = combinations(product.options ?? [])
    .map((choices, index) => ({ choices, stock: product.stock[index % product.stock.length] ?? 0 }))
    .filter(({ choices }) => !(product.notMade ?? []).some((values) => values.every((value) => choices.some((choice) => choice.value === value))))
  const createdAt = daysBefore(now, product.daysAgo, product.slug)
  made.forEach(({ choices, stock }, position) => {
    const sku = [product.sku, ...choices.map(({ code }) => code)].join('-')
    const surcharge = choices.reduce((sum, choice) => sum + (choice.surcharge ?? 0), 0)
    const pictured = choices.map(({ option, value }) => indexOfValue.get(valueKey(option, value))).find((index) => index !== undefined)
    const image = pictured === undefined ? undefined : images[pictured]
    rows.variants.push({
      id: variantId(sku),
      productId: productId(product.slug),
      sku,
      priceMinor: surcharge === 0 ? null : product.price + surcharge,
      comparePriceMinor: surcharge === 0 || product.compareAt === undefined ? null : product.compareAt + surcharge,
      attributes: Object.fromEntries(choices.map(({ option, value }) => [option, value])),
      imageId: image ? imageId(product.slug, image.hash) : null,
      position,
      createdAt,
      updatedAt: createdAt,
    })
    // Everything that was ever sold came in first, so that the ledger explains both the stock and "best selling".
    const sold = Math.floor(product.sold / made.length) + (position < product.sold % made.length ? 1 : 0)
    addMovements(rows, sku, createdAt, { stock, sold })
  })
}

function addMovements(rows: DemoRows, sku: string, createdAt: Date, { stock, sold }: { stock: number; sold: number }) {
  const add = (kind: 'received' | 'reserved' | 'sold', onHandDelta: number, reservedDelta: number) =>
    rows.movements.push({
      id: idOf('movement', `${kind}:${sku}`),
      variantId: variantId(sku),
      kind,
      onHandDelta,
      reservedDelta,
      reason: 'Demo catalogue',
      actor: 'system:demo',
      createdAt,
    })
  if (stock + sold > 0) add('received', stock + sold, 0)
  if (sold === 0) return
  add('reserved', 0, sold)
  add('sold', -sold, -sold)
}

type Choice = DemoOption['values'][number] & { option: string }

/** The cartesian product of the options; the last one varies fastest. A product without options has one empty combination. */
function combinations(options: DemoOption[]): Choice[][] {
  return options.reduce<Choice[][]>(
    (partial, { name, values }) => partial.flatMap((choices) => values.map((value) => [...choices, { ...value, option: name }])),
    [[]],
  )
}

function addReviews(rows: DemoRows, now: Date, product: DemoProduct) {
  product.reviews.forEach(({ rating, title, body, author, daysAgo }, index) => {
    const createdAt = daysBefore(now, daysAgo, `${product.slug}:${index}`)
    rows.reviews.push({
      id: idOf<ReviewId>('review', `${product.slug}:${index}`),
      productId: productId(product.slug),
      authorName: author,
      rating,
      title,
      body,
      isApproved: true,
      isVerifiedBuyer: true,
      createdAt,
      updatedAt: createdAt,
    })
  })
}
