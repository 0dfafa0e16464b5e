import { type SQL, sql } from 'drizzle-orm'
import { OVERLAP_MINUTES } from './roll-up'
import type { DayRange } from './schemas'

/**
 * `span`: the days of a range that are not rolled up for good, today among them; they are counted where they are read. All of them when
 * nothing was rolled up yet, or in another time zone. None when the range ends before.
 */
export const openSpan = ({ from, to }: DayRange): SQL => sql`
  span as materialized (
    select s.time_zone as zone, s.currency, ${to}::date as last,
      ${firstOpenDay(sql`${from}::date`)} as first
    from settings s left join analytics_state a on a.time_zone = s.time_zone where s.id = 1
  )`

/** Of the days from `from` on the first that is not, by `settings s` and the row of `analytics_state a` in its time zone, if there is one. */
export const firstOpenDay = (from: SQL): SQL =>
  sql`greatest(coalesce(((a.counted_until - make_interval(mins => ${OVERLAP_MINUTES})) at time zone s.time_zone)::date, ${from}), ${from})`

/** The days of the range that are. */
export const isClosed = ({ from, to }: DayRange): SQL => sql`d.day >= ${from}::date and d.day <= ${to}::date and d.day < span.first`
