import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import type { Sharing } from './schemas'

/** From now on the link leads nowhere. Doing it again is no mistake. One statement. @throws unauthenticated */
export async function stopSharing(ctx: Ctx): Promise<Sharing> {
  const userId = requireUser(ctx)
  await database().execute(sql`
    update wishlists set share_token = null, updated_at = now() where user_id = ${userId} and share_token is not null`)
  return { share_path: null }
}
