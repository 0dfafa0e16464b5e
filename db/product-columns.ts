import { type SQL, sql } from 'drizzle-orm'

/**
 * The columns of products that are derived from other rows, and the statements that derive them: the only definition.
 * `ids` is a list for `in (…)`, for example `sql.join(ids.map((id) => sql`${id}`), sql`, `)` or a subquery.
 */
export const refreshDerivedColumns = (ids: SQL): SQL => sql`
  update products p set
    price_min_minor = d.price_min, price_max_minor = d.price_max, sku_text = d.sku_text, facet_values = d.facet_values,
    rating_sum = d.rating_sum, rating_count = d.rating_count
  from (
    select q.id,
      coalesce(v.price_min, q.price_minor) as price_min, coalesce(v.price_max, q.price_minor) as price_max,
      concat_ws(' ', q.sku, nullif(v.skus, '')) as sku_text,
      coalesce(f.facets, '{}') as facet_values,
      coalesce(r.rating_sum, 0) as rating_sum, coalesce(r.rating_count, 0) as rating_count
    from products q
    left join lateral (
      select min(coalesce(price_minor, q.price_minor)) filter (where is_active) as price_min,
        max(coalesce(price_minor, q.price_minor)) filter (where is_active) as price_max,
        string_agg(sku, ' ' order by position, sku) filter (where sku <> q.sku) as skus
      from product_variants where product_id = q.id
    ) v on true
    left join lateral (
      select array_agg(distinct facet collate "C" order by facet collate "C") as facets from (
        select key || '=' || value as facet from jsonb_each_text(q.attributes)
        union all
        select o.key || '=' || o.value from product_variants w, jsonb_each_text(w.attributes) o where w.product_id = q.id and w.is_active
      ) all_facets
    ) f on true
    left join lateral (
      select sum(rating)::int as rating_sum, count(*)::int as rating_count from reviews where product_id = q.id and is_approved
    ) r on true
    where q.id in (${ids})
  ) d
  where p.id = d.id and (p.price_min_minor, p.price_max_minor, p.sku_text, p.facet_values, p.rating_sum, p.rating_count)
    is distinct from (d.price_min, d.price_max, d.sku_text, d.facet_values, d.rating_sum, d.rating_count)`

/** Brings what category lists sort by up to the product row. Run it after `refreshDerivedColumns`. */
export const refreshCategoryCopies = (ids: SQL): SQL => sql`
  update category_products c set
    is_active = p.is_active, created_at = p.created_at, price_min_minor = p.price_min_minor, rating_average = p.rating_average
  from products p
  where c.product_id = p.id and p.id in (${ids}) and (c.is_active, c.created_at, c.price_min_minor, c.rating_average)
    is distinct from (p.is_active, p.created_at, p.price_min_minor, p.rating_average)`

/**
 * Available units of the levels that count, and the copy of is_active. Only for writers that hold the locks of the product's levels
 * and of its `product_stock` row: otherwise the sum may be older than the row. Every other change of stock adds its difference.
 */
export const refreshStockSum = (ids: SQL): SQL => sql`
  update product_stock s set
    is_active = p.is_active,
    quantity = coalesce((select sum(l.on_hand - l.reserved)::int from inventory_levels l where l.product_id = p.id and l.is_counted), 0)
  from products p where s.product_id = p.id and p.id in (${ids})`
