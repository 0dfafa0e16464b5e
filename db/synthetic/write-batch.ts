import type postgres from 'postgres'
import { copyRows, type Value } from './copy-rows'
import { syntheticId } from './ids'
import type { SyntheticProduct } from './make-product'

/** A product and where it is listed: its leaf first, then the ancestors. */
export type Placed = { number: number; product: SyntheticProduct; categoryIds: string[] }

const DAY_MS = 86_400_000

/** Writes whole products with everything that the shop derives from them, in one transaction and ten COPYs. */
export async function writeBatch(sql: postgres.TransactionSql, batch: Placed[], now: Date): Promise<void> {
  const at = (daysAgo: number, number: number) => new Date(now.getTime() - daysAgo * DAY_MS - (number % 86_400) * 1000).toISOString()
  const rows = {
    products: [] as Value[][],
    images: [] as Value[][],
    variants: [] as Value[][],
    levels: [] as Value[][],
    movements: [] as Value[][],
    places: [] as Value[][],
    stock: [] as Value[][],
    sales: [] as Value[][],
    reviews: [] as Value[][],
  }
  for (const { number, product, categoryIds } of batch) {
    const { id, variants, reviews, pictures } = product
    const createdAt = at(product.daysAgo, number)
    const prices = variants.map(({ priceMinor }) => priceMinor ?? product.priceMinor)
    const priceMin = Math.min(...prices)
    const ratingSum = reviews.reduce((sum, { rating }) => sum + rating, 0)
    const ratingAverage = reviews.length === 0 ? '0' : twoDigits(ratingSum, reviews.length)
    const sold = variants.reduce((sum, variant) => sum + variant.sold, 0)
    const stock = variants.reduce((sum, variant) => sum + variant.stock, 0)
    rows.products.push([
      id,
      product.slug,
      product.name,
      product.description,
      product.sku,
      categoryIds[0] ?? null,
      product.priceMinor,
      product.comparePriceMinor,
      priceMin,
      Math.max(...prices),
      product.isFeatured,
      { json: product.attributes },
      { json: product.options },
      { json: pictures[0] },
      { json: pictures[1] },
      skuText(product),
      facetsOf(product),
      ratingSum,
      reviews.length,
      createdAt,
      createdAt,
    ])
    pictures.forEach(({ hash, blur, alt }, index) => {
      rows.images.push([syntheticId('image', number, index), id, hash, blur, alt, index === 0, index, createdAt])
    })
    variants.forEach((variant, position) => {
      rows.variants.push([variant.id, id, variant.sku, variant.priceMinor, { json: variant.options }, position, createdAt, createdAt])
      rows.levels.push([variant.id, id, variant.stock, 0])
      const movement = (part: number, kind: string, onHand: number, reserved: number) =>
        rows.movements.push([
          syntheticId('movement', number, position * 4 + part),
          variant.id,
          kind,
          onHand,
          reserved,
          'Synthetic catalogue',
          'system:seed',
          createdAt,
        ])
      if (variant.stock + variant.sold > 0) movement(0, 'received', variant.stock + variant.sold, 0)
      if (variant.sold > 0) {
        movement(1, 'reserved', 0, variant.sold)
        movement(2, 'sold', -variant.sold, -variant.sold)
      }
    })
    categoryIds.forEach((categoryId, index) => {
      rows.places.push([categoryId, id, index === 0, true, createdAt, priceMin, ratingAverage, sold])
    })
    rows.stock.push([id, true, stock])
    rows.sales.push([id, sold])
    for (const review of reviews) {
      const reviewedAt = at(review.daysAgo, number)
      rows.reviews.push([review.id, id, review.author, review.rating, review.title, review.body, true, reviewedAt, reviewedAt])
    }
  }
  const productColumns =
    'id, slug, name, description, sku, primary_category_id, price_minor, compare_price_minor, price_min_minor, price_max_minor, is_featured, ' +
    'attributes, options, picture, picture2, sku_text, facet_values, rating_sum, rating_count, created_at, updated_at'
  await copyRows(sql, 'products', productColumns, rows.products)
  await copyRows(sql, 'product_images', 'id, product_id, hash, blur, alt, is_main, position, created_at', rows.images)
  await copyRows(sql, 'product_variants', 'id, product_id, sku, price_minor, attributes, position, created_at, updated_at', rows.variants)
  await copyRows(sql, 'inventory_levels', 'variant_id, product_id, on_hand, reserved', rows.levels)
  await copyRows(sql, 'inventory_movements', 'id, variant_id, kind, on_hand_delta, reserved_delta, reason, actor, created_at', rows.movements)
  const placeColumns = 'category_id, product_id, is_direct, is_active, created_at, price_min_minor, rating_average, sold'
  await copyRows(sql, 'category_products', placeColumns, rows.places)
  await copyRows(sql, 'product_stock', 'product_id, is_active, quantity', rows.stock)
  await copyRows(sql, 'product_sales', 'product_id, sold', rows.sales)
  await copyRows(sql, 'reviews', 'id, product_id, author_name, rating, title, body, is_approved, created_at, updated_at', rows.reviews)
}

/** Rounded half up as Postgres rounds numerics; floating point would differ at the edge. */
function twoDigits(sum: number, count: number): string {
  const hundredths = Math.floor((sum * 200 + count) / (count * 2))
  return (hundredths / 100).toFixed(2)
}

const skuText = ({ sku, variants }: SyntheticProduct) => [sku, ...variants.map((variant) => variant.sku).filter((other) => other !== sku)].join(' ')

function facetsOf({ attributes, variants }: SyntheticProduct): string[] {
  const all = [attributes, ...variants.map(({ options }) => options)].flatMap((facts) =>
    Object.entries(facts).map(([name, value]) => `${name}=${value}`),
  )
  return [...new Set(all)].sort()
}
