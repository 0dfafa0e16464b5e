import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import { deviceName } from './device-name'
import type { Device } from './schemas'

/** The devices on which somebody is signed in, the last used first, at most a hundred. One statement. @throws unauthenticated */
export async function listSessions(ctx: Ctx): Promise<{ data: Device[] }> {
  const userId = requireUser(ctx)
  const rows = await database().execute<Row>(sql`
    select id, user_agent, ip_address, created_at, updated_at from sessions
    where user_id = ${userId} and expires_at > now() order by updated_at desc, id desc limit 100`)
  return {
    data: rows.map((row) => ({
      id: row.id,
      device: deviceName(row.user_agent ?? ''),
      address: row.ip_address ?? '',
      signed_in_at: new Date(row.created_at).toISOString(),
      last_seen_at: new Date(row.updated_at).toISOString(),
      is_current: row.id === ctx.session?.id,
    })),
  }
}

type Row = { id: string; user_agent: string | null; ip_address: string | null; created_at: string; updated_at: string }
