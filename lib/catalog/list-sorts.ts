import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import { categoryIdOf } from './list-filters'
import type { ProductSort } from './schemas'

export type ListSort = Exclude<ProductSort, 'relevance'>

/** How a list is ordered: always by one key and then the id in the same direction, so that an index delivers it and a cursor is exact. */
type SortPlan = { key: string; type: string; isDescending: boolean; value: z.ZodType<string | number> }

const integer = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const sortPlans: Record<ListSort, SortPlan> = {
  arranged: { key: 'order_key', type: 'bigint', isDescending: true, value: integer },
  newest: { key: 'created_at', type: 'timestamptz', isDescending: true, value: z.iso.datetime() },
  price: { key: 'price_min_minor', type: 'bigint', isDescending: false, value: integer },
  '-price': { key: 'price_min_minor', type: 'bigint', isDescending: true, value: integer },
  rating: { key: 'rating_average', type: 'numeric', isDescending: true, value: z.string().regex(/^\d\.\d\d?$/) },
  best_selling: { key: 'sold', type: 'integer', isDescending: true, value: integer.max(2_147_483_647) },
}

/** What an order means in a list: only in categories somebody puts products in order. */
export const sortIn = (category: string | undefined, sort: ListSort): ListSort => (sort === 'arranged' && category === undefined ? 'newest' : sort)

/** Where a list reads its order from: the narrow table that has an index for it. */
export type ListSource = { from: SQL; id: SQL; key: SQL; conditions: SQL[] }

/**
 * In a category everything comes from `category_products`, whole-catalogue lists from `products` (or `product_sales`).
 * `needsProduct` joins what filters look at.
 */
export function sourceOf(sort: ListSort, category: string | undefined, needsProduct: boolean): ListSource {
  const key = sql.raw(sortPlans[sort].key)
  const stock = needsProduct ? sql`left join product_stock s on s.product_id = p.id` : sql``
  if (category !== undefined) {
    const product = needsProduct ? sql`join products p on p.id = b.product_id` : sql``
    return {
      from: sql`category_products b ${product} ${stock}`,
      id: sql`b.product_id`,
      key: sql`b.${key}`,
      conditions: [sql`b.category_id = ${categoryIdOf(category)}`, sql`b.is_active`],
    }
  }
  if (sort === 'best_selling') {
    return {
      from: sql`product_sales b join products p on p.id = b.product_id ${stock}`,
      id: sql`b.product_id`,
      key: sql`b.sold`,
      conditions: [sql`p.is_active`],
    }
  }
  return { from: sql`products p ${stock}`, id: sql`p.id`, key: sql`p.${key}`, conditions: [sql`p.is_active`] }
}

export const cursorScope = (sort: ListSort): string => `products.${sort}`

/** @throws invalid_input when the text is no cursor of this list and sort. */
export function cursorOf(sort: ListSort, text: string): Cursor {
  const cursor = decodeCursor(cursorScope(sort), text)
  if (z.tuple([sortPlans[sort].value, z.uuid()]).safeParse(cursor.values).success) return cursor
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}

/** The rows behind the cursor, in its direction. Source: keyset pagination by row comparison. */
export function afterCursor(sort: ListSort, { key, id }: ListSource, { values, direction }: Cursor): SQL {
  const { type, isDescending } = sortPlans[sort]
  const isBelow = isDescending === (direction === 'next')
  const [value, rowId] = values
  return sql`(${key}, ${id}) ${isBelow ? sql`<` : sql`>`} (${value}::${sql.raw(type)}, ${rowId}::uuid)`
}

/** `asc` or `desc` of both sort columns when reading in a direction. */
export function readingOrder(sort: ListSort, direction: Cursor['direction'] = 'next'): SQL {
  return sortPlans[sort].isDescending === (direction === 'next') ? sql`desc` : sql`asc`
}
