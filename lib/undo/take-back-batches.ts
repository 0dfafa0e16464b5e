import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { isDomainError } from '@/lib/core/errors'
import type { AuditId } from '@/lib/core/ids'
import { actingFor } from '@/lib/platform/auth/acting-for'
import type { Runner } from '@/lib/tasks/run-tasks'
import { TakeBack } from './take-back'
import { undoChange } from './undo-change'

/** Takes back every batch of a change of many products, the last one first. What was changed since stays. Begun anew it goes on where it was. */
export const takeBackBatches: Runner = async (_ctx, { ownerId, input, progress }) => {
  const { whole, request } = TakeBack.parse(input)
  const batches = await batchesOf(whole)
  let [seen, left] = [0, 0]
  const total = batches.reduce((sum, { products }) => sum + products, 0)
  for (const { id, products } of batches) {
    await progress(seen, total)
    try {
      left += (await undoChange(await actingFor(ownerId, request), { id })).left
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'stale') throw error
      left += products
    }
    seen += products
  }
  return { changed: seen - left, left, why: left > 0 ? 'What was changed since stays as it is.' : null }
}

async function batchesOf(whole: string): Promise<{ id: AuditId; products: number }[]> {
  return [
    ...(await database().execute<{ id: AuditId; products: number }>(sql`
      select a.id, jsonb_array_length(a.before -> 'products') as products from audit_log a
      where a.subject_type = 'products' and a.subject_id = ${whole} and a.action = 'products.changed' and a.undo_of is null
        and not exists (select from audit_log n where n.undo_of = a.id)
      order by a.id desc`)),
  ]
}
