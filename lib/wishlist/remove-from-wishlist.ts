import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import type { RemoveFromWishlist, WishlistChange } from './schemas'

/** Takes a product off the person's wishlist; one that is not on it is no mistake. One statement. @throws unauthenticated */
export async function removeFromWishlist(ctx: Ctx, { product_id: productId }: RemoveFromWishlist): Promise<WishlistChange> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<{ count: number }>(sql`
    with mine as (select id from wishlists where user_id = ${userId}),
    removed as (delete from wishlist_items where wishlist_id = (select id from mine) and product_id = ${productId} returning product_id)
    select (select count(*)::int from wishlist_items where wishlist_id = (select id from mine)) - (select count(*)::int from removed) as count`)
  return { product_id: productId, is_wished: false, count: row?.count ?? 0 }
}
