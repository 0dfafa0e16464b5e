import type { Executor } from './context'

const DAY_MS = 86_400_000
const BATCH = 1_000

/**
 * Forgets runs: those that went well after a day, because schedules alone make ten a minute; those that did not after a week, so that
 * somebody can look at them. And ids of events after a day, and keys that hold nothing back any more. In small batches.
 */
export async function prune({ sql, clock }: Executor): Promise<void> {
  const ago = (ms: number) => new Date(clock.now() - ms)
  const inBatches = async (remove: () => Promise<{ count: number }>) => {
    while ((await remove()).count === BATCH);
  }
  await inBatches(
    () => sql`
      delete from runs where id in (
        select id from runs where ended_at < ${ago(DAY_MS)} and (status = 'completed' or ended_at < ${ago(7 * DAY_MS)}) limit ${BATCH})`,
  )
  await inBatches(() => sql`delete from events where id in (select id from events where received_at < ${ago(DAY_MS)} limit ${BATCH})`)
  await inBatches(
    () => sql`delete from keys where (function_id, kind, key) in (select function_id, kind, key from keys where until < ${ago(0)} limit ${BATCH})`,
  )
}
