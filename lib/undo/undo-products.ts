import { putBack, reasonFor } from '@/lib/catalog/bulk-batch'
import { BulkBefore } from '@/lib/catalog/bulk-schemas'
import { changeProducts, type RefusedChange, versionOf } from '@/lib/catalog/change-product'
import { lockProducts } from '@/lib/catalog/lock-product'
import { DomainError } from '@/lib/core/errors'
import { requireUnmoved, type UndoHandler } from './handler'

/** Many products that were changed together: each goes back as long as nobody has changed it since; the others stay, and are told. */
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
    const { changes, refused } = await changeProducts(tx, ctx, wishes)
    if (changes.length === 0 && refused.length > 0) throw new DomainError('stale', { detail: `Nothing could be taken back. ${firstOf(refused)}` })
    const left = products.length - wishes.length + refused.length
    const after = {
      products: changes.map(({ product, after: edit }) => ({ id: product.id, name: product.name, edit })),
      left,
    }
    return { before: putBack(changes), after, version: 'each', left: { count: left, why: whyLeft(products.length - wishes.length, refused) } }
  },
}

/** "2 stayed as they are: they were changed since." */
function whyLeft(moved: number, refused: RefusedChange[]): string {
  const stayed = (count: number) => `${count} stayed as ${count === 1 ? 'it is' : 'they are'}:`
  return [
    moved > 0 ? `${stayed(moved)} ${moved === 1 ? 'it was' : 'they were'} changed since.` : '',
    refused.length > 0 ? `${stayed(refused.length)} ${firstOf(refused)}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function firstOf([first]: RefusedChange[]): string {
  if (!first) return ''
  const { label, reason } = reasonFor(first)
  return `${label}: ${reason}`
}
