import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import type { EventType } from '@/lib/core/events'

export type ClaimedEvent = { id: string; type: EventType; payload: Record<string, unknown>; attempts: number; created_at: string }

/** Longer than a batch can take to be sent and marked; the events of a dispatcher that died are taken by another after it. */
export const LEASE_SECONDS = 30

/** How many of the events that wait are looked at. The next size is for when all of them are held back by others. */
const windows = [1_000, 20_000, 400_000]

/**
 * Takes up to `limit` events that are due, and those whose lease is over. Dispatchers that ask at once get different ones. Of each
 * aggregate only the first that is neither delivered nor parked: whoever has it holds back those behind it, without a lock of their own.
 * That an earlier one is under way is seen in the row itself, so a snapshot that is a little old only waits too long.
 * One statement, more when a thousand events are held back.
 */
export async function claimOutbox(limit: number): Promise<ClaimedEvent[]> {
  for (const window of windows) {
    const rows = await claim(database(), { limit, window, seconds: LEASE_SECONDS })
    if (rows[0]?.id) return rows
    if ((rows[0]?.seen ?? 0) < window) break
  }
  return []
}

/*
 * The events that wait are read from the front: all that are before one of them are among them, so who is the first of its aggregate is
 * seen without asking for each. `not exists (… an earlier one …)` is a join, and after an outage, when the statistics do not know the
 * events yet, Postgres compared each with all others: 5 s for a hundred. Nothing here is a join. Always answers with a row, which says how
 * many were seen.
 */
const claim = statement<ClaimedEvent & { seen: number }, { limit: number; window: number; seconds: number }>(
  ({ limit, window, seconds }) => sql`
    with ahead as materialized (
      select id, seq, aggregate_type, aggregate_id, next_attempt_at <= now() and (lease_until is null or lease_until <= now()) as is_due
      from outbox where delivered_at is null and parked_at is null order by seq limit ${window}::int
    ), first as (
      select distinct on (aggregate_type, aggregate_id) id, is_due from ahead order by aggregate_type, aggregate_id, seq
    ), due as materialized (
      select id from outbox
      where id = any(array(select id from first where is_due))
        and delivered_at is null and parked_at is null and next_attempt_at <= now() and (lease_until is null or lease_until <= now())
      order by seq limit ${limit}::int
      for update skip locked
    ), taken as (
      update outbox set lease_until = now() + make_interval(secs => ${seconds}) where id = any(array(select id from due))
      returning id, seq, type, payload, attempts, created_at
    )
    select taken.*, seen.count as seen from (select count(*)::int as count from ahead) seen left join taken on true order by taken.seq`,
)
