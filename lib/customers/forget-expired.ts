import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/** How many rows of each kind go at once, so that no run holds many locks. */
const AT_ONCE = 5000

/**
 * Removes what time has made worthless: sessions and links that are over (R129), and attempts to sign in that no window counts any more.
 * One statement. @returns how many rows went.
 */
export async function forgetExpired(): Promise<number> {
  const [row] = await database().execute<{ gone: number }>(sql`
    with gone_sessions as (
      delete from sessions where id in (select id from sessions where expires_at < now() limit ${AT_ONCE}) returning 1
    ), gone_links as (
      delete from verifications where id in (select id from verifications where expires_at < now() limit ${AT_ONCE}) returning 1
    ), gone_attempts as (
      delete from sign_in_attempts where (account_key, address) in
        (select account_key, address from sign_in_attempts where window_started_at < now() - interval '1 day' limit ${AT_ONCE}) returning 1
    )
    select ((select count(*) from gone_sessions) + (select count(*) from gone_links) + (select count(*) from gone_attempts))::int as gone`)
  return row?.gone ?? 0
}
