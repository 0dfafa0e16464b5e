import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import type { Sharing } from './schemas'
import { sharePath } from './share-path'

/**
 * Lets others see the person's wishlist at an address that cannot be guessed (128 bits). A list that is shared already keeps its address;
 * one that was stopped gets a new one, so that an old link stays dead. One statement. @throws unauthenticated
 */
export async function shareWishlist(ctx: Ctx): Promise<Sharing> {
  const userId = requireUser(ctx)
  const token = randomBytes(16).toString('base64url')
  const [row] = await database().execute<{ share_token: string }>(sql`
    insert into wishlists (id, user_id, share_token) values (${newId()}, ${userId}, ${token})
    on conflict (user_id) do update set share_token = coalesce(wishlists.share_token, excluded.share_token), updated_at = now()
    returning share_token`)
  return { share_path: sharePath(row?.share_token ?? null) }
}
