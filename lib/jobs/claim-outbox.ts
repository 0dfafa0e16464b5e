import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import type { EventType } from '@/lib/core/events'

export type ClaimedEvent = { id: string; type: EventType; payload: Record<string, unknown>; attempts: number; created_at: string }

/** Longer than a batch can take to be sent and marked; the events of a dispatcher that died are taken by another after it. */
export const LEASE_SECONDS = 30

/**
 * Takes up to `limit` events that are due, and those whose lease is over. Dispatchers that ask at once get different ones. Of each
 * aggregate only the first that is neither delivered nor parked: whoever has it holds back those behind it, without a lock of their own.
 * That an earlier one is under way is seen in the row itself, so a snapshot that is a little old only waits too long. One statement.
 */
export const claimOutbox = (limit: number): Promise<ClaimedEvent[]> => claim(database(), { limit, seconds: LEASE_SECONDS })

const claim = statement<ClaimedEvent, { limit: number; seconds: number }>(
  ({ limit, seconds }) => sql`
    with due as materialized (
      select o.id from outbox o
      where o.delivered_at is null and o.parked_at is null and o.next_attempt_at <= now() and (o.lease_until is null or o.lease_until <= now())
        and not exists (
          select from outbox earlier
          where earlier.delivered_at is null and earlier.parked_at is null
            and earlier.aggregate_type = o.aggregate_type and earlier.aggregate_id = o.aggregate_id and earlier.seq < o.seq
        )
      order by o.seq limit ${limit}::int
      for update of o skip locked
    ), taken as (
      update outbox set lease_until = now() + make_interval(secs => ${seconds}) where id in (select id from due)
      returning id, seq, type, payload, attempts, created_at
    )
    select id, type, payload, attempts, created_at from taken order by seq`,
)
