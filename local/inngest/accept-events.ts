import { beginRuns } from './begin-runs'
import type { FunctionConfig } from './config'
import type { Executor } from './context'
import type { Event } from './events'
import { isTrue } from './expressions'
import { meetWaits } from './meet-waits'
import type { Tx } from './store'

const DAY_MS = 86_400_000

/**
 * Everything that events cause, in the transaction that remembers them: runs begin, waits end, runs are cancelled. An id that was there in
 * the last 24 hours causes nothing. What waits is asked first, so that an event does not end what it begins.
 */
export async function acceptEvents(tx: Tx, executor: Executor, events: Event[]): Promise<void> {
  const { functions, clock } = executor
  await functions.refresh(tx)
  const fresh = await remember(tx, events, clock.now())
  if (fresh.length === 0) return
  await meetWaits(tx, executor, fresh)
  const begun = fresh.flatMap((event) => {
    const triggered = functions.all().filter(({ isRegistered, config }) => isRegistered && config.triggers.some((trigger) => isMet(trigger, event)))
    return triggered.map((fn) => ({ fn, event }))
  })
  await beginRuns(tx, executor, begun)
}

async function remember(tx: Tx, events: Event[], nowMs: number): Promise<Event[]> {
  // In one order, so that two who send the same events do not wait for each other.
  const unique = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = await tx<{ id: string }[]>`
    insert into events (id, name, received_at)
    select sent.id, sent.name, ${new Date(nowMs)} from unnest(${unique.map(({ id }) => id)}::text[], ${unique.map(({ name }) => name)}::text[]) as sent (id, name)
    on conflict (id) do update set name = excluded.name, received_at = excluded.received_at where events.received_at < ${new Date(nowMs - DAY_MS)}
    returning id`
  const accepted = new Set(rows.map(({ id }) => id))
  return [...new Map(events.map((event) => [event.id, event])).values()].filter(({ id }) => accepted.has(id))
}

function isMet(trigger: FunctionConfig['triggers'][number], event: Event): boolean {
  return 'event' in trigger && isNamed(trigger.event, event.name) && isTrue(trigger.expression, { event })
}

/** A trigger may end with `*`, as in `order/*`. */
const isNamed = (wanted: string, name: string) => (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : wanted === name)
