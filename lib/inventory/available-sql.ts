import { type SQL, sql } from 'drizzle-orm'

/**
 * Units that can be bought now, for `products p`, `product_variants v` and a left-joined `inventory_levels l`; null when stock is not
 * tracked. Units of expired reservations count: `reserve` frees them before it takes.
 */
export const availableUnits: SQL = sql`case when p.track_inventory then greatest(0, coalesce(l.on_hand - l.reserved, 0) + coalesce((
  select sum(r.quantity)::int from reservations r where r.variant_id = v.id and r.status = 'open' and r.expires_at <= now()), 0)) end`
