import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { allJobs } from '@/lib/jobs/all-jobs'
import { inngest } from '@/lib/jobs/client'
import { jobKeys } from './job-keys'
import { type JobsWorld, startJobsWorld } from './jobs-world'

/** The shop's jobs of these ids and no others, so that days pass without each minute's upkeep. Its test imports `job-keys` first. */
export async function startShopJobs(...ids: string[]): Promise<JobsWorld> {
  const chosen = allJobs.filter(({ id }) => ids.includes(id))
  const unknown = ids.filter((id) => chosen.every((job) => job.id !== id))
  if (unknown.length > 0) throw new Error(`There are no jobs ${unknown.join(', ')}`)
  return startJobsWorld({ client: inngest, functions: chosen.map(({ function: made }) => made), keys: jobKeys })
}

/** What the transactions have published reaches the executor, as the dispatcher sends it. @returns the events, to be sent again */
export async function dispatchTo(world: JobsWorld) {
  const rows = await database().execute<{ id: string; type: string; payload: Record<string, unknown> }>(sql`
    with taken as (delete from outbox returning id, type, payload) select * from taken order by id`)
  const events = rows.map(({ id, type, payload }) => ({ id, name: type, data: payload }))
  if (events.length > 0) await world.send(events)
  return events
}
