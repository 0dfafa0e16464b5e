import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import { afterCommit, type Tx, withCommit } from '@/db/transaction'
import { aggregateOf, type DomainEvent, onceKeyOf } from '@/lib/core/events'
import { newId } from '@/lib/core/ids'
import { tagsFor } from '@/lib/core/tags'
import { applyInvalidation } from '@/lib/platform/cache/invalidation-listeners'
import { metrics } from '@/lib/platform/metrics/metrics'
import { wakeOutbox } from './outbox-wake'

const waiting = new WeakMap<Tx, DomainEvent[]>()

/**
 * Writes the event's outbox row and what it invalidates, in the transaction of its cause: both happen or neither does.
 * The rows of all events of a transaction are written together as its last statements. After the commit this process drops
 * what fell at once; other instances read the log.
 */
export function publish(tx: Tx, ...events: DomainEvent[]): void {
  const pending = waiting.get(tx) ?? []
  waiting.set(tx, pending)
  pending.push(...events)
  if (pending.length > 0) withCommit(tx, 'publish', () => write(tx, pending))
}

/** One statement, sent at once. */
function write(tx: Tx, events: DomainEvent[]): Promise<unknown> {
  const tags = [...new Set(events.flatMap(tagsFor))]
  afterCommit(tx, () => {
    eventsCommitted(events)
    if (tags.length > 0) applyInvalidation(tags)
  })
  const rows = JSON.stringify(events.map(outboxRow))
  return tags.length > 0 ? insertEventsAndTags(tx, { rows, tags: JSON.stringify(tags) }) : insertEvents(tx, { rows })
}

/** A row of the outbox in column names. */
function outboxRow(event: DomainEvent) {
  const aggregate = aggregateOf(event)
  return { id: newId(), type: event.type, aggregate_type: aggregate.type, aggregate_id: aggregate.id, payload: event, once_key: onceKeyOf(event) }
}

const insertRows = (rows: Placeholder): SQL => sql`
  insert into outbox (id, type, aggregate_type, aggregate_id, payload, once_key)
  select e.id, e.type, e.aggregate_type, e.aggregate_id, e.payload, e.once_key
  from jsonb_to_recordset(${rows}::jsonb) as e (id uuid, type text, aggregate_type text, aggregate_id text, payload jsonb, once_key text)`

/** Events were committed: they are counted, and delivered at once. For a statement that writes its outbox row itself, because it needs no transaction. */
export function eventsCommitted(events: DomainEvent[]): void {
  for (const { type } of events) metrics.events.inc({ type })
  wakeOutbox()
}

const insertEvents = statement<never, { rows: string }>(({ rows }) => insertRows(rows))

const insertEventsAndTags = statement<never, { rows: string; tags: string }>(
  ({ rows, tags }) => sql`
    with fell as (insert into invalidations (tags) select array_agg(tag.value) from jsonb_array_elements_text(${tags}::jsonb) as tag (value))
    ${insertRows(rows)}`,
)
