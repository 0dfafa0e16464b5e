import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { CONFIRM_DAYS } from './link-tokens'

/** Who never clicked is forgotten once the link has ended, as the mail promised. One statement. @returns how many */
export async function forgetUnconfirmed(_ctx: Ctx): Promise<number> {
  const rows = await database().execute(sql`
    delete from subscriptions where confirmed_at is null and updated_at < now() - make_interval(days => ${CONFIRM_DAYS}) returning id`)
  return rows.length
}
