import { sql } from 'drizzle-orm'
import { afterCommit, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { idList } from '@/lib/inventory/stock-sql'
import { requireCan } from '@/lib/platform/auth/can'
import { wakeOutbox } from '@/lib/platform/events/outbox-wake'
import type { RetryEvents } from './schemas'

type Retried = { done: number; refused: { label: string; reason: string }[] }

/**
 * Sends events again that were given up, and those that wait for their next try at once; their tries are counted anew. One transaction.
 * @throws forbidden
 */
export async function retryEvents(ctx: Ctx, { ids }: RetryEvents): Promise<Retried> {
  requireCan(ctx, 'operations.write')
  return await transaction(async (tx) => {
    const changed = await tx.execute<{ id: string; type: string; was: number }>(sql`
      update outbox o set parked_at = null, attempts = 0, next_attempt_at = now()
      from (select id, attempts from outbox where id = any(${idList(ids)}) and delivered_at is null order by id for update) b
      where o.id = b.id returning o.id, o.type, b.attempts as was`)
    for (const { id, type, was } of changed)
      audited(tx, ctx, { action: 'event.retried', subject: { type: 'event', id, label: type }, before: { attempts: was } })
    afterCommit(tx, wakeOutbox)
    const missing = ids.length - changed.length
    return {
      done: changed.length,
      refused: Array.from({ length: missing }, () => ({ label: 'An event', reason: 'It has been delivered in the meantime.' })),
    }
  })
}
