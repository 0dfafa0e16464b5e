import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { CategoryId, ProductId } from '@/lib/core/ids'

/**
 * Lists the product in these categories and in each of their ancestors, and nowhere else. The copies that lists sort by are
 * written by `finishProductChange`, except those it does not know: they are filled in here. Two statements.
 * @throws not_found when a category does not exist
 */
export async function placeInCategories(tx: Tx, productId: ProductId, categoryIds: CategoryId[]): Promise<void> {
  const direct = [...new Set(categoryIds)]
  const placed = await tx.execute<{ category_id: CategoryId }>(sql`
    with recursive path as (
      select id, parent_id, true as is_direct from categories where id in (${sql.join(
        direct.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})
      union
      select c.id, c.parent_id, false from categories c join path on c.id = path.parent_id
    )
    insert into category_products (category_id, product_id, is_direct, is_active, created_at, price_min_minor, rating_average, sold)
    select path.id, p.id, bool_or(path.is_direct), p.is_active, p.created_at, p.price_min_minor, p.rating_average, coalesce(s.sold, 0)
    from path, products p left join product_sales s on s.product_id = p.id
    where p.id = ${productId}
    group by path.id, p.id, s.sold
    on conflict (category_id, product_id) do update set is_direct = excluded.is_direct
    returning category_id`)
  const found = placed.map(({ category_id }) => category_id)
  if (direct.some((id) => !found.includes(id))) throw new DomainError('not_found', { detail: 'One of the categories does not exist.' })
  await tx.execute(sql`
    delete from category_products where product_id = ${productId}
      and category_id not in (${sql.join(
        found.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`)
}
