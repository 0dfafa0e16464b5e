import type { Executor } from './context'
import type { Event } from './events'
import { inTransaction } from './store'

/** One call of the app, and all it needs to know. Its lease is ours until `leased_until`; who does not hold it may not write what came of it. */
export type Claimed = {
  itemId: number
  lease: string
  runId: string
  functionId: string
  stepId: string
  attempt: number
  isParallel: boolean
  events: Event[]
  steps: { id: string; data: unknown; error: unknown }[] | null
  /** The step of another run that waits for this one. */
  parentRun: string | null
}

/**
 * Takes up to `slots` calls that are due, oldest first, within each function's bounds on calls at once. What others hold counts against
 * these bounds, so claims of several executors come one after another. Leases that ran out, because their executor died, are free again.
 */
export async function claim(executor: Executor, { lease, slots, leaseMs }: { lease: string; slots: number; leaseMs: number }): Promise<Claimed[]> {
  const now = new Date(executor.clock.now())
  const claimed = await inTransaction(executor.sql, async (tx) => {
    const [, , items] = await Promise.all([
      tx`select pg_advisory_xact_lock(7301948)`,
      // What somebody holds at this moment is being kept or ended; waiting for it, in another order than theirs, is how deadlocks begin.
      tx`
        update queue set lease = null, leased_until = null where id in (
          select id from queue where lease is not null and leased_until < clock_timestamp() for update skip locked)`,
      tx<{ id: number; run_id: string }[]>`
        with recursive waiting as (
          (select function_id from queue where lease is null order by function_id limit 1)
          union all
          select (select q.function_id from queue q where q.lease is null and q.function_id > w.function_id order by q.function_id limit 1)
          from waiting w where w.function_id is not null
        ),
        running as (select bound, count(*) as calls from queue, unnest(limits) as bound where lease is not null group by bound),
        candidates as materialized (
          select c.* from waiting cross join lateral (
            select q.id, q.due_at, q.limits from queue q
            where q.function_id = waiting.function_id and q.lease is null and q.due_at <= ${now}
              and not q.limits && array(select bound from running where calls >= split_part(bound, ' ', 1)::int)
            order by q.due_at, q.id limit ${slots} for update skip locked
          ) c
          where waiting.function_id is not null order by c.due_at, c.id limit ${slots}
        ),
        ranked as (
          select c.id, bound, row_number() over (partition by bound order by c.due_at, c.id) as rank from candidates c, unnest(c.limits) as bound
        ),
        beyond as (
          select r.id from ranked r left join running using (bound) where coalesce(running.calls, 0) + r.rank > split_part(r.bound, ' ', 1)::int
        )
        update queue set lease = ${lease}, leased_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::text::interval
        from candidates c where queue.id = c.id and c.id not in (select id from beyond)
        returning queue.id, queue.run_id`,
    ])
    return items
  })
  return claimed.length === 0 ? [] : load(executor, lease, [...claimed])
}

/** In a statement of its own: whoever changes a run locks the run before its calls, and the claim holds calls only. */
async function load({ sql, clock }: Executor, lease: string, items: { id: number; run_id: string }[]): Promise<Claimed[]> {
  await sql`
    update runs set status = 'running', started_at = ${new Date(clock.now())} where id = any(${items.map(({ run_id }) => run_id)}) and status = 'queued'`
  const rows = await sql<(Omit<Claimed, 'itemId' | 'lease'> & { itemId: number })[]>`
    select q.id as "itemId", q.run_id as "runId", q.function_id as "functionId", q.step_id as "stepId", q.attempt, r.is_parallel as "isParallel", r.parent_run as "parentRun", r.events,
      (select json_agg(json_build_object('id', s.id, 'data', s.data, 'error', s.error) order by s.position) from steps s
        where s.run_id = q.run_id and s.position is not null) as steps
    from queue q join runs r on r.id = q.run_id
    where q.id = any(${items.map(({ id }) => id)}) and q.lease = ${lease} order by q.due_at, q.id`
  return rows.map((row) => ({ ...row, lease }))
}

/** Keeps the leases of calls that take long. A call that somebody holds at this moment is being ended, or has its turn at the next beat. */
export async function keepLeases({ sql }: Executor, { leases, leaseMs }: { leases: string[]; leaseMs: number }): Promise<void> {
  await sql`
    update queue set leased_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::text::interval
    where id in (select id from queue where lease = any(${leases}) for update skip locked)`
}
