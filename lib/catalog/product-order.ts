import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/transaction'
import type { CategoryId, ProductId } from '@/lib/core/ids'

/** What somebody put in order in a category, first to last. What left the category is not in it. One statement. */
export async function readProductOrder(reader: Reader, id: CategoryId): Promise<ProductId[]> {
  const rows = await reader.execute<{ id: ProductId }>(
    sql`select product_id as id from category_products where category_id = ${id} and position is not null order by position, product_id desc`,
  )
  return rows.map((row) => row.id)
}

/** Gives these the first places and takes theirs from all others; what is not in the category is left out. One statement. */
export async function writeProductOrder(tx: Tx, id: CategoryId, productIds: ProductId[]): Promise<void> {
  await tx.execute(sql`
    with wanted as (
      select w.value::uuid as product_id, w.place::int - 1 as position
      from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) with ordinality as w (value, place)
    ), touched as (
      select product_id, position from wanted
      union all
      select b.product_id, null from category_products b
      where b.category_id = ${id} and b.position is not null and b.product_id not in (select product_id from wanted)
    )
    update category_products b set position = t.position from touched t
    where b.category_id = ${id} and b.product_id = t.product_id and b.position is distinct from t.position`)
}

/** What the dashboard compares. */
export const orderVersion = (productIds: ProductId[]): string => createHash('sha256').update(JSON.stringify(productIds)).digest('hex').slice(0, 32)
