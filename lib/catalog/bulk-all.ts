import { z } from 'zod'
import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { AuditId, newId, ProductId, type TaskId } from '@/lib/core/ids'
import { actingFor, beginner, Request } from '@/lib/platform/auth/acting-for'
import { beginTask } from '@/lib/tasks/begin-task'
import { keepResult, resultSoFar } from '@/lib/tasks/keep-result'
import type { Runner, Work } from '@/lib/tasks/run-tasks'
import { changeBatch, reasonFor, requireCanChange } from './bulk-batch'
import { BulkChange } from './bulk-schemas'
import { listProductPlaces } from './list-all-products'
import { lockProducts } from './lock-product'
import { StaffProductFilters } from './staff-schemas'
import { WARM_PAGES, warmPagesInput } from './warm-changed-pages'

export const BULK_EDIT = 'bulk-edit'

/** Others wait for a batch's products no longer than for a page of the list. */
const AT_ONCE = 200

const Wish = z.object({
  filters: StaffProductFilters,
  change: BulkChange,
  matching: z.number().int(),
  request: Request,
  /** Names the whole: each batch stands in the log under it. */
  whole: z.string(),
  undo: AuditId,
})
type Wish = z.infer<typeof Wish>

/**
 * Begins a change of all that match. The filters travel, not the products: the work finds them itself, the newest first. One entry of the
 * log stands for all of it, and its undo takes back every batch that was made.
 * @throws conflict while the same change is going on
 */
export async function beginBulkEdit(
  ctx: Ctx,
  { filters, change, matching }: Pick<Wish, 'filters' | 'change' | 'matching'>,
): Promise<{ task: TaskId; undo: AuditId }> {
  const { ownerId, request } = beginner(ctx)
  const whole = newId<ProductId>()
  return transaction(async (tx) => {
    const undo = audited(tx, ctx, {
      action: 'products.all_changed',
      subject: { type: 'products', id: whole, label: `${matching.toLocaleString('en-US')} products` },
      after: { change, filters },
      version: 'each',
    })
    const input: Wish = { filters, change, matching, request, whole, undo }
    const task = await beginTask(tx, { kind: BULK_EDIT, ownerId, key: JSON.stringify([ownerId, filters, change]), input })
    if (task.input.whole !== whole) throw new DomainError('conflict', { detail: 'The same change is going on already.' })
    return { task: task.id, undo }
  })
}

/** What it has come to, with the place behind which the next worker goes on. */
const SoFar = z.object({
  changed: z.number().int(),
  left: z.number().int(),
  /** Why the first of those that were left was. */
  why: z.string().nullable(),
  undo: AuditId,
  after_id: ProductId.nullable(),
  after_at: z.string().nullable(),
})
type SoFar = z.infer<typeof SoFar>

/**
 * Changes all that match, a batch in a transaction, which also keeps how far it is: whatever ends a worker, no product is changed twice.
 * Long work; the result counts what was changed and what was left as it was.
 */
export const editAllProducts =
  (atOnce = AT_ONCE): Runner =>
  async (_ctx, work) => {
    const wish = Wish.parse(work.input)
    let soFar = SoFar.parse((await resultSoFar(work.id)) ?? { changed: 0, left: 0, why: null, undo: wish.undo, after_id: null, after_at: null })
    for (;;) {
      const seen = soFar.changed + soFar.left
      await work.progress(seen, Math.max(wish.matching, seen))
      const next = await changeNext(work, wish, soFar, atOnce)
      if (!next) break
      soFar = next
    }
    const { changed, left, why, undo } = soFar
    if (changed > 0) await transaction((tx) => beginTask(tx, { kind: WARM_PAGES, ownerId: null, input: warmPagesInput([]) }))
    return { changed, left, why, undo }
  }

/** @returns null when nothing is left to change. */
async function changeNext({ id, ownerId }: Work, { filters, change, request, whole }: Wish, soFar: SoFar, atOnce: number): Promise<SoFar | null> {
  const ctx = await actingFor(ownerId, request)
  requireCanChange(ctx, change)
  const after = soFar.after_id && soFar.after_at ? { id: soFar.after_id, at: soFar.after_at } : null
  const places = await listProductPlaces(ctx, filters, { limit: atOnce, after })
  const last = places.at(-1)
  if (!last) return null
  return transaction(async (tx) => {
    const products = await lockProducts(
      tx,
      places.map((place) => place.id),
    )
    const { changes, refused } = await changeBatch(tx, ctx, products, change, whole)
    const [first] = refused.map(reasonFor)
    const next: SoFar = {
      ...soFar,
      changed: soFar.changed + changes.length,
      left: soFar.left + places.length - changes.length,
      why: soFar.why ?? (first ? `${first.label}: ${first.reason}` : null),
      after_id: last.id,
      after_at: last.at,
    }
    await keepResult(tx, id, after && soFar, next)
    return next
  })
}
