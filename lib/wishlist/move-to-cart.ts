import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { addItemIn } from '@/lib/cart/add-item'
import type { CartView } from '@/lib/cart/schemas'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId, VariantId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import type { MoveToCart } from './schemas'

/**
 * Puts one of a product into the cart and takes it off the wishlist: both or neither, and once however often it is pressed.
 * One transaction, three statements.
 * @throws unauthenticated, not_found when it is not on the list or no longer sold, out_of_stock, invalid_input when a version has to be
 * chosen first or the cart is full. After each of them it is still on the list.
 */
export async function moveToCart(ctx: Ctx, input: MoveToCart): Promise<CartView> {
  const userId = requireUser(ctx)
  return transaction(async (tx) => addItemIn(tx, ctx.actor, { variant_id: await takeOff(tx, userId, input), quantity: 1 }))
}

/** Deletes the row, which two moves at once cannot both do, and says which version goes into the cart. */
async function takeOff(tx: Tx, userId: UserId, { product_id: productId, variant_id: wantedId }: MoveToCart): Promise<VariantId> {
  const [row] = await tx.execute<{ variant_ids: VariantId[] | null }>(sql`
    with taken as (
      delete from wishlist_items i using wishlists w
      where w.id = i.wishlist_id and w.user_id = ${userId} and i.product_id = ${productId}
      returning i.product_id, i.variant_id
    )
    select (select json_agg(v.id) from product_variants v
      where v.product_id = t.product_id and v.is_active and v.id = coalesce(${wantedId ?? null}::uuid, t.variant_id, v.id)) as variant_ids
    from taken t`)
  if (!row) throw new DomainError('not_found', { detail: 'This is no longer on your wishlist.' })
  const [variantId, ...others] = row.variant_ids ?? []
  if (!variantId) throw new DomainError('not_found', { detail: 'This is no longer sold as you chose it. Its page shows what there is.' })
  if (others.length > 0) {
    throw new DomainError('invalid_input', { errors: [{ pointer: '/variant_id', detail: 'There are several versions of it. Choose one first.' }] })
  }
  return variantId
}
