import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { ProductId } from '@/lib/core/ids'
import type { LockedProduct } from './lock-product'
import type { ProductState } from './product-state'

type Written = { product: LockedProduct; wanted: ProductState }

/** The columns of locked products as they shall be. Of two changes within a millisecond the second is a later version too. One statement. */
export async function writeColumns(tx: Tx, written: Written[]): Promise<void> {
  if (written.length === 0) return
  const now = Date.now()
  const rows = JSON.stringify(
    written.map(({ product: { id, updatedAt, archivedAt }, wanted: { variants: _, category_ids: __, recommended_ids: ___, ...wanted } }) => ({
      ...wanted,
      id,
      is_active: wanted.status === 'active',
      archived_at: wanted.status === 'archived' ? (archivedAt ?? new Date(now)) : null,
      updated_at: new Date(Math.max(now, updatedAt.getTime() + 1)),
    })),
  )
  await tx.execute(sql`
    update products p set name = g.name, slug = g.slug, description = g.description, sku = g.sku, is_active = g.is_active, archived_at = g.archived_at,
      price_minor = g.price_minor, compare_price_minor = g.compare_price_minor, primary_category_id = g.primary_category_id,
      attributes = g.attributes, is_featured = g.is_featured, track_inventory = g.track_inventory, low_stock_threshold = g.low_stock_threshold,
      weight_grams = g.weight_grams, seo_title = g.seo_title, seo_description = g.seo_description, options = g.options, updated_at = g.updated_at
    from jsonb_to_recordset(${rows}::jsonb) as g (id uuid, name text, slug text, description text, sku text, is_active boolean,
      archived_at timestamptz, price_minor bigint, compare_price_minor bigint, primary_category_id uuid, attributes jsonb, is_featured boolean,
      track_inventory boolean, low_stock_threshold int, weight_grams int, seo_title text, seo_description text, options jsonb, updated_at timestamptz)
    where p.id = g.id`)
}

/**
 * Their variants, in the order that they shall have; new ones get a level without units. What was there is updated, not upserted: an upsert
 * that names the SKU locks the row against foreign keys, and so against whoever has its level and writes a movement. One statement.
 */
export async function writeVariants(tx: Tx, written: Written[]): Promise<void> {
  if (written.length === 0) return
  const rows = JSON.stringify(
    written.flatMap(({ product, wanted }) =>
      wanted.variants.map((variant, position) => ({
        ...variant,
        position,
        product_id: product.id,
        is_counted: variant.is_active && wanted.track_inventory,
      })),
    ),
  )
  await tx.execute(sql`
    with given as (
      select g.* from jsonb_to_recordset(${rows}::jsonb) as g (id uuid, product_id uuid, sku text, price_minor bigint, compare_price_minor bigint,
        options jsonb, is_active boolean, position int, is_counted boolean)
    ), changed as (
      update product_variants v set sku = g.sku, price_minor = g.price_minor, compare_price_minor = g.compare_price_minor, attributes = g.options,
        is_active = g.is_active, position = g.position, updated_at = now()
      from given g where v.id = g.id and (v.sku, v.price_minor, v.compare_price_minor, v.attributes, v.is_active, v.position)
        is distinct from (g.sku, g.price_minor, g.compare_price_minor, g.options, g.is_active, g.position)
    ), added as (
      insert into product_variants (id, product_id, sku, price_minor, compare_price_minor, attributes, is_active, position)
      select g.id, g.product_id, g.sku, g.price_minor, g.compare_price_minor, g.options, g.is_active, g.position from given g
      where not exists (select from product_variants v where v.id = g.id) returning id
    )
    insert into inventory_levels (variant_id, product_id, is_counted)
    select g.id, g.product_id, g.is_counted from added a join given g on g.id = a.id`)
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
