import { putBack } from '@/lib/catalog/bulk-batch'
import { BulkBefore } from '@/lib/catalog/bulk-schemas'
import { changeProducts, versionOf } from '@/lib/catalog/change-product'
import { lockProducts } from '@/lib/catalog/lock-product'
import { requireUnmoved, type UndoHandler } from './handler'

/** Many products that were changed together: each goes back as long as nobody has changed it since; the others stay. */
export const undoProducts: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, ctx, entry) {
    const { products } = BulkBefore.parse(entry.before)
    const byId = new Map(products.map((product) => [product.id, product]))
    const locked = await lockProducts(tx, [...byId.keys()])
    const wishes = locked.flatMap((product) => {
      const former = byId.get(product.id)
      return former?.version === versionOf(product) ? [{ product, edit: former.edit }] : []
    })
    if (wishes.length === 0) requireUnmoved(null, entry)
    const { changes } = await changeProducts(tx, ctx, wishes)
    const after = {
      products: changes.map(({ product, after: edit }) => ({ id: product.id, name: product.name, edit })),
      left: products.length - changes.length,
    }
    return { before: putBack(changes), after, version: 'each' }
  },
}
