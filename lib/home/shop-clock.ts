import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { firstOpenDay } from '@/lib/analytics/open-span'

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
  /** The first day of the range. */
  range_began: string
  /** Days before this one are read from the summaries, and what is paid from its beginning on from the orders. */
  open_from: string
  open_began: string
}

/** One statement. */
export async function readShopClock(days: number): Promise<ShopClock> {
  const [clock] = await database().execute<ShopClock>(sql`
    select s.currency, s.time_zone, h.here::date::text as today, ${beganAt(sql`0`)} as today_began, ${beganAt(sql`7`)} as last_week_began,
      ((h.here - interval '7 days') at time zone s.time_zone)::text as last_week_now,
      ${beganAt(sql`${days - 1}::int`)} as range_began,
      h.open_from::text as open_from, (h.open_from::timestamp at time zone s.time_zone)::text as open_began
    from settings s left join analytics_state a on a.time_zone = s.time_zone, lateral (
      select now() at time zone s.time_zone as here, ${firstOpenDay(sql`(now() at time zone s.time_zone)::date - ${2 * days - 1}::int`)} as open_from
    ) h`)
  if (!clock) throw new Error('The shop has no settings')
  return clock
}

const beganAt = (daysAgo: ReturnType<typeof sql>) => sql`((h.here::date - ${daysAgo})::timestamp at time zone s.time_zone)::text`
