import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/**
 * The shop's calendar around now, as moments: days begin at midnight where the shop is. Read first, so that the statements that follow
 * have plain values to look up in their indexes; with sub-selects in their place Postgres reads the whole table.
 */
export type ShopClock = {
  currency: string
  time_zone: string
  today: string
  /** When today began, when the same day last week did, and this hour of it. */
  today_began: string
  last_week_began: string
  last_week_now: string
  /** The first day of the range, and of as many days before it. */
  range_began: string
  before_began: string
}

/** One statement. */
export async function readShopClock(days: number): Promise<ShopClock> {
  const [clock] = await database().execute<ShopClock>(sql`
    select s.currency, s.time_zone, h.here::date::text as today, ${beganAt(sql`0`)} as today_began, ${beganAt(sql`7`)} as last_week_began,
      ((h.here - interval '7 days') at time zone s.time_zone)::text as last_week_now,
      ${beganAt(sql`${days - 1}::int`)} as range_began, ${beganAt(sql`${2 * days - 1}::int`)} as before_began
    from settings s, lateral (select now() at time zone s.time_zone as here) h`)
  if (!clock) throw new Error('The shop has no settings')
  return clock
}

const beganAt = (daysAgo: ReturnType<typeof sql>) => sql`((h.here::date - ${daysAgo})::timestamp at time zone s.time_zone)::text`
