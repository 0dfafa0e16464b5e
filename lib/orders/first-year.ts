import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'

/**
 * The year, in the shop's time zone, in which one's account began, or the earlier one of an order that came to it from the time as a guest.
 * One statement. @throws unauthenticated
 */
export async function firstYear(ctx: Ctx): Promise<number> {
  const [row] = await database().execute<{ year: number }>(sql`
    select extract(year from least(u.created_at, (select min(o.created_at) from orders o where o.user_id = u.id)) at time zone s.time_zone)::int as year
    from users u, settings s where u.id = ${requireUser(ctx)}`)
  if (!row) throw new Error('Who is signed in has no row')
  return row.year
}
