import type { Tx } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { type AuditId, newId, type ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { bulkChange } from './bulk-change'
import type { BulkBefore, BulkChange } from './bulk-schemas'
import { changeProducts, type ProductChange, type RefusedChange } from './change-product'
import type { LockedProduct } from './lock-product'

export type Batch = { changes: ProductChange[]; refused: RefusedChange[]; undo: AuditId | null }

/** @throws forbidden */
export function requireCanChange(ctx: Ctx, change: BulkChange): void {
  requireCan(ctx, 'catalog.write')
  if (change.kind === 'stock') requireCan(ctx, 'inventory.write')
}

/** Makes one change of some products, as far as each can be changed, with one entry in the log; `whole` is what it is a part of. */
export async function changeBatch(tx: Tx, ctx: Ctx, products: LockedProduct[], change: BulkChange, whole?: string): Promise<Batch> {
  const { changes, refused } = await changeProducts(tx, ctx, wishesFor(products, change))
  if (changes.length === 0) return { changes, refused, undo: null }
  const undo = audited(tx, ctx, {
    action: 'products.changed',
    subject: {
      type: 'products',
      id: whole ?? newId<ProductId>(),
      label: changes.length === 1 ? (changes[0]?.product.name ?? '') : `${changes.length} products`,
    },
    before: putBack(changes),
    after: { change, products: changes.map(({ product, after }) => ({ id: product.id, name: product.name, edit: after })) },
    version: 'each',
  })
  return { changes, refused, undo }
}

export const wishesFor = (products: LockedProduct[], change: BulkChange) =>
  products.map((product) => ({ product, edit: bulkChange.bind(null, change) }))

/** What an undo of these changes needs. */
export const putBack = (changes: ProductChange[]): BulkBefore => ({
  products: changes.map(({ product, before, revision }) => ({ id: product.id, version: revision.version, edit: before })),
})

export const reasonFor = ({ product, error }: RefusedChange) => ({ label: product.name, reason: error.options.errors?.[0]?.detail ?? error.message })
