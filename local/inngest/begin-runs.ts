import type { Executor } from './context'
import { parseDuration } from './durations'
import type { Event } from './events'
import { keyOf } from './expressions'
import type { KnownFunction } from './functions'
import { gather } from './gather'
import { insertRuns } from './insert-runs'
import type { Tx } from './store'

export type Beginning = { fn: KnownFunction; event: Event }

const DAY_MS = 86_400_000

/** Begins a run for each function and event, unless the function's own rules skip it (idempotency, rate limit) or gather it first. */
export async function beginRuns(tx: Tx, executor: Executor, beginnings: Beginning[]): Promise<void> {
  const runs: { fn: KnownFunction; events: Event[] }[] = []
  for (const { fn, event } of beginnings) {
    const { idempotency, rateLimit, debounce, batchEvents } = fn.config
    if (idempotency && !(await isFirst(tx, executor, fn, keyOf(idempotency, { event })))) continue
    if (rateLimit && !(await isWithinRate(tx, executor, fn, event))) continue
    if (debounce || batchEvents) await gather(tx, executor, fn, event)
    else runs.push({ fn, events: [event] })
  }
  await insertRuns(tx, executor, runs)
}

async function isFirst(tx: Tx, { clock }: Executor, fn: KnownFunction, key: string): Promise<boolean> {
  const rows = await tx`
    insert into keys (function_id, kind, key, until) values (${fn.id}, 'once', ${key}, ${new Date(clock.now() + DAY_MS)})
    on conflict (function_id, kind, key) do update set until = excluded.until where keys.until <= ${new Date(clock.now())} returning 1`
  return rows.length > 0
}

/** The generic cell rate algorithm (ITU-T I.371): `until` is when all that was let through would have come one by one. */
async function isWithinRate(tx: Tx, { clock }: Executor, fn: KnownFunction, event: Event): Promise<boolean> {
  const { rateLimit } = fn.config
  if (!rateLimit) return true
  const periodMs = parseDuration(rateLimit.period) ?? 0
  const key = keyOf(rateLimit.key, { event })
  const now = new Date(clock.now())
  const each = `${periodMs / rateLimit.limit} milliseconds`
  const rows = await tx`
    insert into keys (function_id, kind, key, until) values (${fn.id}, 'rate', ${key}, ${now}::timestamptz + ${each}::text::interval)
    on conflict (function_id, kind, key) do update set until = greatest(keys.until, ${now}) + ${each}::text::interval
    where greatest(keys.until, ${now}) + ${each}::text::interval <= ${new Date(now.getTime() + periodMs + 1)} returning 1`
  return rows.length > 0
}
