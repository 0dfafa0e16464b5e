import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { CategoryId, ProductId } from '@/lib/core/ids'

type Placed = { productId: ProductId; categoryIds: CategoryId[] }

/**
 * Lists the product in these categories and in each of their ancestors, and nowhere else. The copies that lists sort by are
 * written by `finishProductChange`, except those it does not know: they are filled in here. Two statements.
 * @throws not_found when a category does not exist
 */
export const placeInCategories = (tx: Tx, productId: ProductId, categoryIds: CategoryId[]): Promise<void> =>
  placeAllInCategories(tx, [{ productId, categoryIds }])

/** The same for several products, each in its own categories. Two statements, whatever their number. */
export async function placeAllInCategories(tx: Tx, placed: Placed[]): Promise<void> {
  if (placed.length === 0) return
  const direct = JSON.stringify(placed.flatMap(({ productId, categoryIds }) => categoryIds.map((id) => ({ product_id: productId, category_id: id }))))
  const given = sql`jsonb_to_recordset(${direct}::jsonb) as g (product_id uuid, category_id uuid)`
  const paths = sql`recursive path as (
      select g.product_id, c.id, c.parent_id, true as is_direct from ${given} join categories c on c.id = g.category_id
      union
      select path.product_id, c.id, c.parent_id, false from categories c join path on c.id = path.parent_id
    )`
  const written = await tx.execute<{ category_id: CategoryId }>(sql`
    with ${paths}
    insert into category_products (category_id, product_id, is_direct, is_active, created_at, price_min_minor, rating_average, sold)
    select path.id, p.id, bool_or(path.is_direct), p.is_active, p.created_at, p.price_min_minor, p.rating_average, coalesce(s.sold, 0)
    from path join products p on p.id = path.product_id left join product_sales s on s.product_id = p.id
    group by path.id, p.id, s.sold
    on conflict (category_id, product_id) do update set is_direct = excluded.is_direct
    returning category_id`)
  const found = new Set(written.map(({ category_id }) => category_id))
  if (placed.some(({ categoryIds }) => categoryIds.some((id) => !found.has(id))))
    throw new DomainError('not_found', { detail: 'One of the categories does not exist.' })
  const products = JSON.stringify(placed.map(({ productId }) => productId))
  await tx.execute(sql`
    with ${paths}
    delete from category_products b where b.product_id in (select value::uuid from jsonb_array_elements_text(${products}::jsonb))
      and not exists (select from path where path.product_id = b.product_id and path.id = b.category_id)`)
}
