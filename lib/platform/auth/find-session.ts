import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Role, Session } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { SESSION_DAYS } from './session-cookie'

/**
 * Whose session this is, read from Postgres on every request: an ended session, a ban or another role holds from the next one (S7).
 * Null when it ended or when the person is banned or erased. A session in use slides: once a day its end moves on. One statement.
 */
export async function findSession(token: string): Promise<Session | null> {
  const [row] = await database().execute<Row>(sql`
    with found as (
      select s.id, s.token, s.user_id, u.role, u.name, u.email, u.email_verified, s.updated_at
      from sessions s join users u on u.id = s.user_id
      where s.token = ${token} and s.expires_at > now() and u.banned_at is null and u.erased_at is null
    ), slid as (
      update sessions s set expires_at = now() + ${`${SESSION_DAYS} days`}::interval, updated_at = now()
      from found f where s.id = f.id and f.updated_at < now() - interval '1 day'
    )
    select id, token, user_id, role, name, email, email_verified from found`)
  return row
    ? { id: row.id, token: row.token, userId: row.user_id, role: row.role, name: row.name, email: row.email, isEmailVerified: row.email_verified }
    : null
}

type Row = { id: string; token: string; user_id: UserId; role: Role; name: string; email: string; email_verified: boolean }
