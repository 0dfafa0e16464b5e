import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { ProductId } from '@/lib/core/ids'
import type { ProductState } from './product-state'

/** The variants of a product as they shall be, in this order; new ones get a level without units. One statement. */
export async function writeVariants(tx: Tx, productId: ProductId, { variants, track_inventory }: ProductState): Promise<void> {
  const rows = JSON.stringify(variants.map((variant, position) => ({ ...variant, position })))
  await tx.execute(sql`
    with given as (
      select g.* from jsonb_to_recordset(${rows}::jsonb)
        as g (id uuid, sku text, price_minor bigint, compare_price_minor bigint, options jsonb, is_active boolean, position int)
    ), written as (
      insert into product_variants (id, product_id, sku, price_minor, compare_price_minor, attributes, is_active, position)
      select g.id, ${productId}, g.sku, g.price_minor, g.compare_price_minor, g.options, g.is_active, g.position from given g
      on conflict (id) do update set sku = excluded.sku, price_minor = excluded.price_minor, compare_price_minor = excluded.compare_price_minor,
        attributes = excluded.attributes, is_active = excluded.is_active, position = excluded.position, updated_at = now()
      returning id, is_active
    )
    insert into inventory_levels (variant_id, product_id, is_counted)
    select w.id, ${productId}, w.is_active and ${track_inventory}::boolean from written w on conflict (variant_id) do nothing`)
}

/** What is recommended beside a product, in this order. What does not exist is left out. One statement. */
export async function writeRecommendations(tx: Tx, productId: ProductId, ids: ProductId[]): Promise<void> {
  await tx.execute(sql`
    with given as (
      select g.value::uuid as id, g.ordinality::int as position from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality g
    ), gone as (
      delete from product_recommendations where product_id = ${productId} and recommended_product_id not in (select id from given)
    )
    insert into product_recommendations (product_id, recommended_product_id, position)
    select ${productId}, p.id, g.position from given g join products p on p.id = g.id where p.id <> ${productId}
    on conflict (product_id, recommended_product_id) do update set position = excluded.position`)
}
