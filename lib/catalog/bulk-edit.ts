import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { beginTask } from '@/lib/tasks/begin-task'
import { beginBulkEdit } from './bulk-all'
import { changeBatch, reasonFor, requireCanChange, wishesFor } from './bulk-batch'
import { differencesOf } from './bulk-differences'
import { BULK_LIMIT, type BulkEdit, type BulkEdited } from './bulk-schemas'
import { planChanges } from './change-product'
import { foreseeStock } from './foresee-stock'
import { countAllProducts, listProductPlaces } from './list-all-products'
import { lockProducts } from './lock-product'
import { WARM_PAGES, warmPagesInput } from './warm-changed-pages'

/** From so many changed products on their pages are made ahead, before people ask for them. */
const MANY = 20

const nothing = { looked_at: 0, done: 0, refused: [], undo: null, task: null, differences: 0, rows: [] }

/**
 * Changes price, status, category or stock of many products at once, with one entry in the log; its undo puts back whatever nobody has
 * changed since. Up to `atOnce` in one transaction; more that match as long work. A dry run says what would change, and changes nothing.
 * @throws forbidden, invalid_input when there is none
 */
export async function bulkEdit(ctx: Ctx, { ids, filters = {}, change, dry_run }: BulkEdit, atOnce = BULK_LIMIT): Promise<BulkEdited> {
  requireCanChange(ctx, change)
  const found = ids ?? (await listProductPlaces(ctx, filters, { limit: atOnce + 1 })).map(({ id }) => id)
  if (found.length === 0) throw new DomainError('invalid_input', { detail: 'No product matches.' })
  const isAll = ids !== undefined || found.length <= atOnce
  const matching = isAll ? found.length : await countAllProducts(ctx, filters)
  if (!isAll && !dry_run) return { ...nothing, matching, ...(await beginBulkEdit(ctx, { filters, change, matching })) }
  const chosen = isAll ? found : found.slice(0, atOnce)
  return await transaction(async (tx) => {
    const products = await lockProducts(tx, chosen)
    const { plans: planned, refused: impossible } = await planChanges(tx, wishesFor(products, change))
    const { plans, refused: short } = await foreseeStock(tx, planned)
    const differences = await differencesOf(tx, plans)
    const shown = { ...nothing, matching, looked_at: chosen.length, differences: differences.length, rows: differences.slice(0, 200) }
    if (dry_run) return { ...shown, done: plans.length, refused: [...impossible, ...short].map(reasonFor) }
    const { changes, refused, undo } = await changeBatch(tx, ctx, products, change)
    if (changes.length >= MANY)
      await beginTask(tx, { kind: WARM_PAGES, ownerId: null, input: warmPagesInput(changes.map(({ revision }) => revision.slug)) })
    return { ...shown, done: changes.length, refused: refused.map(reasonFor), undo }
  })
}
