import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { newId, type UserId, type WishlistId } from '@/lib/core/ids'

/**
 * Locks the person's one wishlist, making it when there is none: two first adds at once meet at the unique index and end in one list.
 * While the lock is held nobody else adds to it. One statement.
 */
export async function lockOrCreateWishlist(tx: Tx, userId: UserId): Promise<WishlistId> {
  const [row] = await tx.execute<{ id: WishlistId }>(sql`
    insert into wishlists (id, user_id) values (${newId()}, ${userId})
    on conflict (user_id) do update set updated_at = now() returning id`)
  if (!row) throw new Error('An upsert returned no row')
  return row.id
}
