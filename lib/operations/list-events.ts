import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, decodeCursor } from '@/lib/core/cursors'
import { requireCan } from '@/lib/platform/auth/can'
import type { EventPage, ListEvents, OutboxEvent } from './schemas'

type Row = OutboxEvent & { sort_key: number; waiting: number; parked: number }

const Place = z.tuple([z.number().int(), z.uuid()])

/** Events that wait to be handed over, the next first, or that were given up, the newest first. Two statements. @throws forbidden, invalid_input */
export async function listEvents(ctx: Ctx, { state, cursor: text, page_size: size }: ListEvents): Promise<EventPage> {
  requireCan(ctx, 'operations.read')
  const scope = `events.${state}`
  const cursor = text ? decodeCursor(scope, text) : null
  const isParked = state === 'parked'
  const isDown = isParked !== (cursor?.direction === 'prev')
  const place = cursor && Place.safeParse(cursor.values)
  if (place && !place.success) throw badCursor()
  const [rows, [counts]] = await Promise.all([
    database().execute<Row>(sql`
      select id, type, aggregate_type || ' ' || aggregate_id as about, created_at, attempts, next_attempt_at, parked_at, last_error, seq::float8 as sort_key
      from outbox where delivered_at is null and parked_at is ${isParked ? sql`not null` : sql`null`}
        ${place ? sql`and seq ${isDown ? sql`<` : sql`>`} ${place.data[0]}` : sql``}
      order by seq ${isDown ? sql`desc` : sql`asc`} limit ${size + 1}`),
    database().execute<{ waiting: number; parked: number }>(sql`
      select (select count(*)::int from outbox where delivered_at is null and parked_at is null) as waiting,
        (select count(*)::int from outbox where parked_at is not null) as parked`),
  ])
  const { rows: shown, next_cursor, prev_cursor } = sliceOf([...rows], { scope, size, cursor })
  return { data: shown.map(eventOf), next_cursor, prev_cursor, waiting: counts?.waiting ?? 0, parked: counts?.parked ?? 0 }
}

const iso = (time: string) => new Date(time).toISOString()

const eventOf = ({ id, type, about, created_at, attempts, next_attempt_at, parked_at, last_error }: Row): OutboxEvent => ({
  ...{ id, type, about, attempts, last_error },
  created_at: iso(created_at),
  next_attempt_at: iso(next_attempt_at),
  parked_at: parked_at && iso(parked_at),
})
