import { invalidations, outbox } from '@/db/schema/platform'
import { afterCommit, beforeCommit, type Tx } from '@/db/transaction'
import { aggregateOf, type DomainEvent, onceKeyOf } from '@/lib/core/events'
import { newId } from '@/lib/core/ids'
import { tagsFor } from '@/lib/core/tags'
import { applyInvalidation } from '@/lib/platform/cache/invalidation-listeners'
import { metrics } from '@/lib/platform/metrics/metrics'

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
  if (pending.length > 0) beforeCommit(tx, 'publish', () => write(tx, pending))
}

async function write(tx: Tx, events: DomainEvent[]): Promise<void> {
  const tags = [...new Set(events.flatMap(tagsFor))]
  const rows = events.map((event) => {
    const aggregate = aggregateOf(event)
    return {
      id: newId(),
      type: event.type,
      aggregateType: aggregate.type,
      aggregateId: aggregate.id,
      payload: event,
      onceKey: onceKeyOf(event),
    }
  })
  afterCommit(tx, () => {
    for (const { type } of events) metrics.events.inc({ type })
  })
  if (tags.length === 0) {
    await tx.insert(outbox).values(rows)
    return
  }
  const fell = tx.$with('fell').as(tx.insert(invalidations).values({ tags }).returning({ id: invalidations.id }))
  await tx.with(fell).insert(outbox).values(rows)
  afterCommit(tx, () => applyInvalidation(tags))
}
