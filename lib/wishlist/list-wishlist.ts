import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import { MAX_WISHLIST_ITEMS, type Wishlist } from './schemas'
import { sharePath } from './share-path'
import { type WishlistItemRow, wishlistItem, wishlistItemsJson } from './wishlist-items'

/** The person's wishlist against today's prices and stock; an empty one when there is none yet. One statement. @throws unauthenticated */
export async function listWishlist(ctx: Ctx): Promise<Wishlist> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<{ currency: string; share_token: string | null; items: WishlistItemRow[] | null }>(sql`
    select s.currency, w.share_token, ${wishlistItemsJson} as items
    from settings s left join wishlists w on w.user_id = ${userId}`)
  if (!row) throw new Error('The shop has no settings')
  return {
    items: (row.items ?? []).map((item) => wishlistItem(item, row.currency)),
    limit: MAX_WISHLIST_ITEMS,
    share_path: sharePath(row.share_token),
  }
}
