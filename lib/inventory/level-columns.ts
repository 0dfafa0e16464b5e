import { type SQL, sql } from 'drizzle-orm'

/** A `StockLevel` of `inventory_levels l`, `product_variants v`, `products p` and `product_stock s`. */
export const levelColumns: SQL = sql`
  l.variant_id, l.product_id, p.name as product_name, v.sku, v.is_active and p.is_active as is_active, l.on_hand, l.reserved,
  l.on_hand - l.reserved as available, s.quantity as product_available, p.low_stock_threshold,
  coalesce((select string_agg(v.attributes ->> (o.value ->> 'name'), ' / ' order by o.ordinality)
    from jsonb_array_elements(p.options) with ordinality o), '') as title,
  (select count(*)::int from inventory_levels k where k.product_id = l.product_id) as variants`
