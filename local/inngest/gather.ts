import type { Executor } from './context'
import { parseDuration } from './durations'
import type { Event } from './events'
import { isTrue, keyOf } from './expressions'
import type { KnownFunction } from './functions'
import { insertRuns } from './insert-runs'
import { json, type Tx } from './store'

/** Keeps an event until its function begins: for a debounce the last one, once it was quiet for a while; for a batch all of them. */
export async function gather(tx: Tx, executor: Executor, fn: KnownFunction, event: Event): Promise<void> {
  const { debounce, batchEvents } = fn.config
  if (debounce) await keepLast(tx, executor, fn, event)
  else if (batchEvents && !isTrue(batchEvents.if, { event })) await insertRuns(tx, executor, [{ fn, events: [event] }])
  else await addToBatch(tx, executor, fn, event)
}

async function keepLast(tx: Tx, { clock }: Executor, fn: KnownFunction, event: Event): Promise<void> {
  const { debounce } = fn.config
  if (!debounce) return
  const nowMs = clock.now()
  const quiet = new Date(nowMs + (parseDuration(debounce.period) ?? 0))
  const latest = debounce.timeout ? `${parseDuration(debounce.timeout) ?? 0} milliseconds` : null
  await tx`
    insert into gathered (function_id, kind, key, events, size, first_at, due_at)
    values (${fn.id}, 'debounce', ${keyOf(debounce.key, { event })}, ${json([event])}::text::json, 1, ${new Date(nowMs)}, ${quiet})
    on conflict (function_id, kind, key) do update set events = excluded.events, size = gathered.size + 1,
      due_at = least(excluded.due_at, gathered.first_at + ${latest}::text::interval)`
}

async function addToBatch(tx: Tx, executor: Executor, fn: KnownFunction, event: Event): Promise<void> {
  const { batchEvents } = fn.config
  if (!batchEvents) return
  const nowMs = executor.clock.now()
  const key = keyOf(batchEvents.key, { event })
  const [batch] = await tx<{ size: number }[]>`
    insert into gathered (function_id, kind, key, events, size, first_at, due_at)
    values (${fn.id}, 'batch', ${key}, ${json([event])}::text::json, 1, ${new Date(nowMs)}, ${new Date(nowMs + (parseDuration(batchEvents.timeout) ?? 0))})
    on conflict (function_id, kind, key) do update set size = gathered.size + 1,
      events = (left(gathered.events::text, -1) || ',' || substr(excluded.events::text, 2))::json
    returning size`
  if ((batch?.size ?? 0) >= batchEvents.maxSize) await release(tx, executor, { function_id: fn.id, kind: 'batch', key })
}

type GatheredKey = { function_id: string; kind: string; key: string }

/** Begins the run of what was gathered. */
async function release(tx: Tx, executor: Executor, { function_id, kind, key }: GatheredKey): Promise<void> {
  const [row] = await tx<{ events: Event[] }[]>`
    delete from gathered where function_id = ${function_id} and kind = ${kind} and key = ${key} returning events`
  const fn = executor.functions.get(function_id)
  if (row && fn?.isRegistered) await insertRuns(tx, executor, [{ fn, events: row.events }])
}

/** Begins what was gathered for long enough. @returns how many. */
export async function releaseDue(tx: Tx, executor: Executor): Promise<number> {
  const due = await tx<GatheredKey[]>`
    select function_id, kind, key from gathered where due_at <= ${new Date(executor.clock.now())} order by due_at limit 100 for update skip locked`
  for (const row of due) await release(tx, executor, row)
  return due.length
}
