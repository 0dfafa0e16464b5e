import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { DomainEvent } from '@/lib/core/events'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { LOW_STOCK_FROM } from '@/lib/core/stock'
import { publish } from '@/lib/platform/events/publish'

/*
 * Every statement that changes stock has the same shape, and so the same order of locks: levels by variant id, then rows of
 * product_stock by product id. All CTEs of a statement see one snapshot, but FOR UPDATE and UPDATE go on from the newest version of a
 * row they had to wait for (READ COMMITTED re-evaluates the row's conditions and SET expressions on it). Therefore: amounts change only by
 * `x = x ± n`, guards stand in the WHERE of the UPDATE itself, and CTEs are joined there, never read in a sub-select.
 */

/** A product's available units before and after, where a page has to change or its threshold was crossed, with what its pages need to fall. */
export type StockChange = {
  productId: ProductId
  slug: string
  isFeatured: boolean
  categoryIds: CategoryId[]
  before: number
  after: number
  /** Pages show it. */
  isSeen: boolean
  threshold: number
}

/** A UUID v7 made by Postgres, for rows whose number the application cannot know (RFC 9562, section 5.7). */
export const newRowId: SQL = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`

/** Whether a page shows these two numbers of units differently: `bandChanged` in SQL. */
const differ = (before: SQL, after: SQL): SQL => sql`least(${before}, ${LOW_STOCK_FROM + 1}::int) <> least(${after}, ${LOW_STOCK_FROM + 1}::int)`

/**
 * CTEs that carry a change of levels to `product_stock`. They expect a CTE `moved (product_id, delta, available, is_counted)`, `delta` being
 * the change of available units, `available` what it led to and `is_counted` that of the level itself. The version rises when the band of
 * the product or of one of its variants changes, because pages show both.
 */
export const productStockCtes: SQL = sql`
  deltas as (
    select m.product_id, sum(m.delta)::int as delta, bool_or(${differ(sql`m.available - m.delta`, sql`m.available`)}) as is_seen
    from moved m where m.is_counted group by m.product_id
    having sum(m.delta) <> 0 or bool_or(${differ(sql`m.available - m.delta`, sql`m.available`)})
  ), stock_locked as (
    select s.product_id, d.delta, d.is_seen from product_stock s join deltas d on d.product_id = s.product_id order by s.product_id for update of s
  ), stock as (
    update product_stock s set quantity = s.quantity + k.delta,
      version = s.version + case when k.is_seen or ${differ(sql`s.quantity`, sql`s.quantity + k.delta`)} then 1 else 0 end
    from stock_locked k where s.product_id = k.product_id
    returning s.product_id, s.quantity - k.delta as before, s.quantity as after,
      k.is_seen or ${differ(sql`s.quantity - k.delta`, sql`s.quantity`)} as is_seen
  )`

/** A column with the `StockChange`s that pages show or that crossed the threshold of their product; null when there is none. Follows `productStockCtes`. */
export const bandChangesJson: SQL = sql`(
  select json_agg(json_build_object('productId', p.id, 'slug', p.slug, 'isFeatured', p.is_featured, 'before', stock.before, 'after', stock.after,
    'isSeen', stock.is_seen, 'threshold', p.low_stock_threshold,
    'categoryIds', coalesce((select json_agg(c.category_id) from category_products c where c.product_id = p.id), '[]'::json)))
  from stock join products p on p.id = stock.product_id
  where stock.is_seen or (stock.before <= p.low_stock_threshold) <> (stock.after <= p.low_stock_threshold))`

/** Announces each change of band, because pages show nothing finer, and each crossing of a threshold, once (R75). */
export function publishBandChanges(tx: Tx, changes: StockChange[] | null): void {
  publish(tx, ...(changes ?? []).flatMap(eventsOf))
}

function eventsOf({ isSeen, threshold, ...change }: StockChange): DomainEvent[] {
  const { productId, before, after } = change
  const [wasLow, isLow] = [before <= threshold, after <= threshold]
  return [
    ...(isSeen ? [{ type: 'stock.band_changed' as const, ...change }] : []),
    ...(wasLow === isLow ? [] : [{ type: isLow ? ('stock.low' as const) : ('stock.restocked' as const), productId }]),
  ]
}

/** A list of ids as one parameter. */
export const idList = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`
