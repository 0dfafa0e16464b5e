import { isDeepStrictEqual } from 'node:util'
import { type SQL, sql } from 'drizzle-orm'
import type { products } from '@/db/schema/catalog'
import type { Reader } from '@/db/transaction'
import type { CategoryId, ProductId, VariantId } from '@/lib/core/ids'
import { type EditedVariant, type ProductEdit, statusOf } from './write-schemas'

type ProductRow = typeof products.$inferSelect

/** Everything of a product that can be changed, as it is; in the words of `ProductEdit`, so that it can be put back. */
export type ProductState = Required<Omit<ProductEdit, 'variants' | 'stock'>> & { variants: VariantState[] }
export type VariantState = Required<Omit<EditedVariant, 'id' | 'stock_delta'>> & { id: VariantId }

/** What stands in other tables than the product's own. */
export type StateParts = { variants: VariantState[]; category_ids: CategoryId[]; recommended_ids: ProductId[] }

/** The columns of `StateParts`, of `products p`. */
export const statePartColumns: SQL = sql`
  coalesce((select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'price_minor', v.price_minor, 'compare_price_minor', v.compare_price_minor,
    'options', v.attributes, 'is_active', v.is_active) order by v.position, v.id) from product_variants v where v.product_id = p.id), '[]') as variants,
  array(select c.category_id from category_products c where c.product_id = p.id and c.is_direct and c.category_id <> p.primary_category_id
    order by c.category_id) as category_ids,
  array(select r.recommended_product_id from product_recommendations r where r.product_id = p.id order by r.position) as recommended_ids`

/** One statement. */
export async function readState(reader: Reader, row: ProductRow): Promise<ProductState> {
  const state = (await readStates(reader, [row])).get(row.id)
  if (!state) throw new Error(`Product ${row.id} is gone`)
  return state
}

/** By id. One statement, whatever their number. */
export async function readStates(reader: Reader, rows: ProductRow[]): Promise<Map<ProductId, ProductState>> {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const parts = await reader.execute<StateParts & { id: ProductId }>(sql`
    select p.id, ${statePartColumns} from products p where p.id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`)
  const byId = new Map(parts.map((part) => [part.id, part]))
  return new Map(
    rows.flatMap((row) => {
      const part = byId.get(row.id)
      return part ? [[row.id, stateOf(row, part)]] : []
    }),
  )
}

export const stateOf = (row: ProductRow, { variants, category_ids, recommended_ids }: StateParts): ProductState => ({
  name: row.name,
  slug: row.slug,
  description: row.description,
  sku: row.sku,
  status: statusOf({ is_active: row.isActive, is_archived: row.archivedAt !== null }),
  price_minor: row.priceMinor,
  compare_price_minor: row.comparePriceMinor,
  primary_category_id: row.primaryCategoryId,
  category_ids,
  attributes: row.attributes,
  is_featured: row.isFeatured,
  track_inventory: row.trackInventory,
  low_stock_threshold: row.lowStockThreshold,
  weight_grams: row.weightGrams,
  seo_title: row.seoTitle,
  seo_description: row.seoDescription,
  options: row.options,
  variants,
  recommended_ids,
})

/** The fields in which `to` differs from `from`, as they are in each. Fields that `to` leaves out are the same. */
export function differenceOf<S extends object>(from: S, to: Partial<S>): { before: Partial<S>; after: Partial<S> } {
  const names = (Object.keys(to) as (keyof S)[]).filter((name) => to[name] !== undefined && !isDeepStrictEqual(from[name], to[name]))
  const only = (of: Partial<S>) => Object.fromEntries(names.map((name) => [name, of[name]])) as Partial<S>
  return { before: only(from), after: only(to) }
}
