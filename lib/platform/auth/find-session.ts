import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Role, Session } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { SESSION_DAYS } from './session-cookie'

/**
 * Whose session this is, read from Postgres on every request: an ended session, a ban, another role or other permissions hold from the next one (S7).
 * Null when it ended or when the person is banned or erased. A session in use slides: once a day its end moves on. One statement, which can
 * read something of the person `along`: an expression over `found`.
 */
export async function findSession(token: string, { along }: { along?: SQL | undefined } = {}): Promise<Session | null> {
  const [row] = await database().execute<Row>(sql`
    with found as (
      select s.id, s.token, s.user_id, u.role, case when u.role = 'staff' then r.permissions end as permissions, u.name, u.email, u.email_verified, s.updated_at
      from sessions s join users u on u.id = s.user_id left join staff_roles r on r.id = u.staff_role_id
      where s.token = ${token} and s.expires_at > now() and u.banned_at is null and u.erased_at is null
    ), slid as (
      update sessions s set expires_at = now() + ${`${SESSION_DAYS} days`}::interval, updated_at = now()
      from found f where s.id = f.id and f.updated_at < now() - interval '1 day'
    )
    select id, token, user_id, role, permissions, name, email, email_verified${along ? sql`, ${along} as along` : sql``} from found`)
  if (!row) return null
  const { user_id: userId, email_verified: isEmailVerified, ...rest } = row
  return { ...rest, userId, isEmailVerified }
}

type Row = {
  id: string
  token: string
  user_id: UserId
  role: Role
  permissions: StaffPermission[] | null
  name: string
  email: string
  email_verified: boolean
  along?: unknown
}
