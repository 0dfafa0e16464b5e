import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { SharedWishlist } from './schemas'
import { type WishlistItemRow, wishlistItem, wishlistItemsJson } from './wishlist-items'

/**
 * A wishlist as its link shows it to anybody: the owner's first name and the items. Null when the link was stopped or never was, and
 * when the owner is gone. At most one statement; text that can be no token costs none.
 */
export async function findSharedWishlist(token: string): Promise<SharedWishlist | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const [row] = await database().execute<{ currency: string; name: string; items: WishlistItemRow[] | null }>(sql`
    select (select currency from settings) as currency, u.name, ${wishlistItemsJson} as items
    from wishlists w join users u on u.id = w.user_id
    where w.share_token = ${token} and u.erased_at is null and u.banned_at is null`)
  if (!row) return null
  return { owner_name: firstName(row.name), items: (row.items ?? []).map((item) => wishlistItem(item, row.currency)) }
}

/** A name is whatever somebody typed, and strangers see this page: only a plain word is shown, never a link or a sentence. */
function firstName(fullName: string): string | null {
  const first = fullName.trim().split(/\s+/)[0] ?? ''
  return /^[\p{L}\p{M}'’-]{1,30}$/u.test(first) ? first : null
}
