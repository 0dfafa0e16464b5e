import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { WishlistId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { lockOrCreateWishlist } from './lock-or-create-wishlist'
import { type AddToWishlist, MAX_WISHLIST_ITEMS, type WishlistChange } from './schemas'

/**
 * Puts a product on the person's wishlist, making the list when there is none. Doing it again changes nothing but the chosen version.
 * One transaction, two statements.
 * @throws unauthenticated, not_found for withdrawn products and for a version of another product, invalid_input when the list is full.
 */
export async function addToWishlist(ctx: Ctx, input: AddToWishlist): Promise<WishlistChange> {
  const userId = requireUser(ctx)
  return transaction(async (tx) => {
    const wishlistId = await lockOrCreateWishlist(tx, userId)
    return { product_id: input.product_id, is_wished: true, count: await insertItem(tx, wishlistId, input) }
  })
}

/** The list is locked, so the count it reads stays true until the commit. Returns how many there are then. */
async function insertItem(tx: Tx, wishlistId: WishlistId, { product_id: productId, variant_id }: AddToWishlist): Promise<number> {
  const variantId = variant_id ?? null
  const [row] = await tx.execute<{ is_offered: boolean; is_known: boolean; before: number; is_added: boolean }>(sql`
    with candidate as (
      select p.id, v.id as variant_id, p.is_active and (${variantId}::uuid is null or v.is_active is true) as is_offered,
        exists (select from wishlist_items i where i.wishlist_id = ${wishlistId} and i.product_id = p.id) as is_known,
        (select count(*)::int from wishlist_items i where i.wishlist_id = ${wishlistId}) as before
      from products p left join product_variants v on v.id = ${variantId}::uuid and v.product_id = p.id
      where p.id = ${productId}
    ), added as (
      insert into wishlist_items (wishlist_id, product_id, variant_id)
      select ${wishlistId}::uuid, id, variant_id from candidate where is_offered and (is_known or before < ${MAX_WISHLIST_ITEMS}::int)
      on conflict (wishlist_id, product_id) do update set variant_id = coalesce(excluded.variant_id, wishlist_items.variant_id)
      returning product_id
    )
    select is_offered, is_known, before, exists (select from added) as is_added from candidate`)
  if (!row?.is_offered) throw new DomainError('not_found', { detail: 'This item is no longer sold.' })
  if (!row.is_added) throw full()
  return row.before + (row.is_known ? 0 : 1)
}

const full = () =>
  new DomainError('invalid_input', {
    detail: `Your wishlist holds ${MAX_WISHLIST_ITEMS} things, and that is all it can. Take one off to add another.`,
  })
