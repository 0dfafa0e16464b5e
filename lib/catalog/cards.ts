import { type SQL, sql } from 'drizzle-orm'
import type { PictureRef } from '@/db/schema/catalog'
import type { CategoryId, ProductId, VariantId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { stockBand } from '@/lib/core/stock'
import { pictureView } from './pictures'
import type { ProductCard } from './schemas'

/** A row of `cardColumns`, read directly or as JSON. */
export type CardRow = {
  id: ProductId
  slug: string
  name: string
  price_min_minor: number
  price_max_minor: number
  compare_price_minor: number | null
  is_featured: boolean
  primary_category_id: CategoryId
  track_inventory: boolean
  quantity: number | null
  version: number | null
  /** `numeric`: text in a row, a number in JSON. */
  rating_average: string | number
  rating_count: number
  picture: PictureRef | null
  picture2: PictureRef | null
  currency: string
  default_variant_id: VariantId | null
}

/**
 * What a card shows and nothing wider (R42, R61), of `products p` left-joined with `product_stock s`. Take it only for the rows
 * of a page: the default variant costs an index lookup per row.
 */
export const cardColumns: SQL = sql`p.id, p.slug, p.name, p.price_min_minor, p.price_max_minor, p.compare_price_minor, p.is_featured,
  p.primary_category_id, p.track_inventory, s.quantity, s.version, p.rating_average, p.rating_count, p.picture, p.picture2,
  (select currency from settings) as currency,
  (select case when count(*) = 1 then (array_agg(v.id))[1] end from product_variants v where v.product_id = p.id and v.is_active) as default_variant_id`

/** The tables of `cardColumns`. */
export const cardTables: SQL = sql`products p left join product_stock s on s.product_id = p.id`

export function cardOf(row: CardRow): ProductCard {
  const { compare_price_minor: compare, price_min_minor: price, currency } = row
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    price: money(price, currency),
    price_max: money(row.price_max_minor, currency),
    // A compare-at price that is no higher than the price is no offer.
    compare_price: compare !== null && compare > price ? money(compare, currency) : null,
    is_featured: row.is_featured,
    category_id: row.primary_category_id,
    ...stockBand(row.track_inventory ? (row.quantity ?? 0) : null),
    rating: { average: Number(row.rating_average), count: row.rating_count },
    picture: pictureView(row.picture),
    // It comes over a picture that is there already, so it needs no blur: a tenth of a card's bytes.
    picture_hover: pictureView(row.picture2 && { ...row.picture2, blur: '' }),
    default_variant_id: row.default_variant_id,
    version: row.version ?? 1,
  }
}
