import { z } from 'zod'
import { changeProductOrder } from '@/lib/catalog/arrange-products'
import { orderVersion, readProductOrder } from '@/lib/catalog/product-order'
import { lockCategory } from '@/lib/catalog/save-category'
import { CategoryId, ProductId } from '@/lib/core/ids'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = z.object({ product_ids: z.array(ProductId) })

/** The order of a category's products; what has left the category since stays out. */
export const undoArrangement: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, _ctx, entry) {
    const { id } = await lockCategory(tx, CategoryId.parse(entry.subject.id))
    const now = await readProductOrder(tx, id)
    requireUnmoved(orderVersion(now), entry)
    await changeProductOrder(tx, id, Before.parse(entry.before).product_ids)
    const after = await readProductOrder(tx, id)
    return { before: { product_ids: now }, after: { product_ids: after }, version: orderVersion(after) }
  },
}
