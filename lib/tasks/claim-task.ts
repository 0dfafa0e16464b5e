import { eq, sql } from 'drizzle-orm'
import { tasks } from '@/db/schema/tasks'
import { transaction } from '@/db/transaction'
import type { TaskRow } from './task-view'

/** From its last sign of life on, a worker has this long; then it counts as dead. */
export const LEASE_SECONDS = 60

/** Work that has killed so many workers will kill the next one too. */
const MAX_TURNS = 5

/**
 * Takes the oldest task of these kinds that waits, or whose worker has died. Workers that ask at once get different ones. What was to be
 * cancelled when its worker died, or has had its turns, ends here. Null when nothing is to do. Three statements at most.
 */
export async function claimTask(kinds: string[]): Promise<TaskRow | null> {
  for (;;) {
    const claimed = await transaction(async (tx) => {
      const [next] = await tx.execute<{ id: TaskRow['id'] }>(sql`
        select id from tasks
        where kind in (select kind from jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb) as given (kind))
          and (status = 'queued' or (status = 'running' and leased_until < now()))
        order by id limit 1 for update skip locked`)
      if (!next) return null
      const [task] = await tx
        .update(tasks)
        .set({
          status: sql`case when cancel_requested_at is not null then 'cancelled' when turn >= ${MAX_TURNS} then 'failed' else 'running' end`,
          finishedAt: sql`case when cancel_requested_at is not null or turn >= ${MAX_TURNS} then now() end`,
          error: sql`case when cancel_requested_at is null and turn >= ${MAX_TURNS} then 'It broke off several times and was given up.' end`,
          turn: sql`turn + 1`,
          leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
          startedAt: sql`coalesce(started_at, now())`,
          turnStartedAt: sql`now()`,
          turnStartedDone: sql`done`,
        })
        .where(eq(tasks.id, next.id))
        .returning()
      return task ?? null
    })
    if (!claimed || claimed.status === 'running') return claimed
  }
}
