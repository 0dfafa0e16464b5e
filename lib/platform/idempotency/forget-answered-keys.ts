import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/** How long a repeated call is answered as the first one was. */
const KEY_HOURS = 24

/** How many rows go at once, so that no statement holds many locks. */
const AT_ONCE = 1000

/**
 * Removes keys whose answer nobody asks for again. What is still `running` stays, however old: what happened to it is not known yet.
 * One statement for each thousand, oldest first. @returns how many went.
 */
export async function forgetAnsweredKeys(): Promise<number> {
  let gone = 0
  for (;;) {
    const [row] = await database().execute<{ gone: number }>(sql`
      with old as (
        select principal, operation, key from idempotency_keys
        where created_at < now() - make_interval(hours => ${KEY_HOURS}) and status = 'done'
        order by created_at limit ${AT_ONCE} for update skip locked
      ), deleted as (
        delete from idempotency_keys k using old where (k.principal, k.operation, k.key) = (old.principal, old.operation, old.key) returning 1
      )
      select count(*)::int as gone from deleted`)
    gone += row?.gone ?? 0
    if ((row?.gone ?? 0) < AT_ONCE) return gone
  }
}
