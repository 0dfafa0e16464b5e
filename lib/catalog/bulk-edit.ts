import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { beginTask } from '@/lib/tasks/begin-task'
import { bulkChange } from './bulk-change'
import { differencesOf } from './bulk-differences'
import { BULK_LIMIT, type BulkBefore, type BulkEdit, type BulkEdited } from './bulk-schemas'
import { changeProducts, type ProductChange, planChanges, type RefusedChange } from './change-product'
import { listProductIds } from './list-all-products'
import { lockProducts } from './lock-product'
import { WARM_PAGES, warmPagesInput } from './warm-changed-pages'

/** From so many changed products on their pages are made ahead, before people ask for them. */
const MANY = 20

/**
 * Changes price, status, category or stock of many products at once, all in one transaction with one entry in the log; its undo puts back
 * whatever nobody has changed since. A dry run says what would change, and changes nothing.
 * @throws forbidden, invalid_input when there is none or more than can be changed at once
 */
export async function bulkEdit(ctx: Ctx, { ids, filters, change, dry_run }: BulkEdit): Promise<BulkEdited> {
  requireCan(ctx, 'catalog.write')
  if (change.kind === 'stock') requireCan(ctx, 'inventory.write')
  const chosen = ids ?? (await listProductIds(ctx, filters ?? {}, BULK_LIMIT + 1))
  if (chosen.length === 0) throw new DomainError('invalid_input', { detail: 'No product matches.' })
  if (chosen.length > BULK_LIMIT)
    throw new DomainError('invalid_input', { detail: `At most ${BULK_LIMIT} products can be changed at once. Narrow the list with its filters.` })
  return await transaction(async (tx) => {
    const wishes = (await lockProducts(tx, chosen)).map((product) => ({ product, edit: bulkChange.bind(null, change) }))
    const { plans, refused: impossible } = await planChanges(tx, wishes)
    const differences = await differencesOf(tx, plans)
    const shown = { differences: differences.length, rows: differences.slice(0, 200) }
    if (dry_run) return { ...shown, done: plans.length, refused: impossible.map(inWords), undo: null }
    const { changes, refused } = await changeProducts(tx, ctx, wishes)
    const undo = changes.length > 0 ? noteDown(tx, ctx, change, changes) : null
    if (changes.length >= MANY)
      await beginTask(tx, { kind: WARM_PAGES, ownerId: null, input: warmPagesInput(changes.map(({ revision }) => revision.slug)) })
    return { ...shown, done: changes.length, refused: refused.map(inWords), undo }
  })
}

const inWords = ({ product, error }: RefusedChange) => ({ label: product.name, reason: error.options.errors?.[0]?.detail ?? error.message })

function noteDown(tx: Tx, ctx: Ctx, change: BulkEdit['change'], changes: ProductChange[]) {
  const before = putBack(changes)
  return audited(tx, ctx, {
    action: 'products.changed',
    subject: {
      type: 'products',
      id: newId<ProductId>(),
      label: changes.length === 1 ? (changes[0]?.product.name ?? '') : `${changes.length} products`,
    },
    before,
    after: { change, products: changes.map(({ product, after }) => ({ id: product.id, name: product.name, edit: after })) },
    version: 'each',
  })
}

/** What an undo of these changes needs. */
export const putBack = (changes: ProductChange[]): BulkBefore => ({
  products: changes.map(({ product, before, revision }) => ({ id: product.id, version: revision.updated_at, edit: before })),
})
