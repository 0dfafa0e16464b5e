import { changeProduct, versionOf } from '@/lib/catalog/change-product'
import { lockProduct } from '@/lib/catalog/lock-product'
import { ProductEdit } from '@/lib/catalog/write-schemas'
import { ProductId } from '@/lib/core/ids'
import { requireUnmoved, type UndoHandler } from './handler'

/** A product that was added goes into the archive, where its orders and movements find it; taken back in turn, it is what it was. */
export const undoAddedProduct: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, ctx, entry) {
    const said = entry.before ? undefined : 'The product stays, in the archive.'
    return { ...(await undoProduct.revert(tx, ctx, { ...entry, before: entry.before ?? { status: 'archived' } })), said }
  },
}

/** Anything of a product that was saved together; variants that were new are switched off, units go back as a movement. */
export const undoProduct: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, ctx, entry) {
    const product = await lockProduct(tx, ProductId.parse(entry.subject.id))
    requireUnmoved(versionOf(product), entry)
    const change = await changeProduct(tx, ctx, product, ProductEdit.parse(entry.before))
    if (!change) return { before: entry.before, after: entry.before }
    return { before: change.before, after: change.after, version: change.revision.version }
  },
}
