import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import type { ArrangeProducts, ProductsArranged } from './arrange-schemas'
import { orderVersion, readProductOrder, writeProductOrder } from './product-order'
import { lockCategory } from './save-category'

/**
 * Puts the products of a category in order, as one list: these come first on its page, the others follow, the newest first. It is in the log
 * and can be taken back. @throws forbidden, not_found for what is not in the category, stale when somebody changed the order since `version`
 */
export async function arrangeProducts(ctx: Ctx, { id, product_ids, version }: ArrangeProducts): Promise<ProductsArranged> {
  requireCan(ctx, 'catalog.write')
  return transaction(async (tx) => {
    const category = await lockCategory(tx, id)
    const before = await readProductOrder(tx, id)
    if (version !== undefined && orderVersion(before) !== version)
      throw new DomainError('stale', { detail: 'Somebody else has changed this order. Look at it again, then repeat your move.' })
    const after = [...new Set(product_ids)]
    await requireInCategory(tx, id, after)
    if (orderVersion(after) === orderVersion(before)) return { arranged: after.length, version: orderVersion(after), undo: null }
    await changeProductOrder(tx, id, after)
    const subject = { type: 'category', id, label: category.name }
    const entry = { before: { product_ids: before }, after: { product_ids: after }, version: orderVersion(after) }
    return { arranged: after.length, version: entry.version, undo: audited(tx, ctx, { action: 'category.arranged', subject, ...entry }) }
  })
}

/** Writes an order with what follows: the category's page falls, and lists. Under the lock of the tree. Two statements. */
export async function changeProductOrder(tx: Tx, id: CategoryId, productIds: ProductId[]): Promise<void> {
  await writeProductOrder(tx, id, productIds)
  publish(tx, { type: 'category.changed', categoryId: id, ancestorIds: [] })
}

/** @throws not_found */
async function requireInCategory(tx: Tx, id: CategoryId, productIds: ProductId[]): Promise<void> {
  const [row] = await tx.execute<{ missing: number }>(sql`
    select count(*)::int as missing from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) as w (value)
    where not exists (select from category_products b where b.category_id = ${id} and b.product_id = w.value::uuid)`)
  if (row?.missing !== 0) throw new DomainError('not_found', { detail: 'One of these products is not in the category (any more).' })
}
