import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import type { CartView } from './schemas'

/** Takes the code off the actor's cart, if it has one. One transaction, four statements. @throws not_found when there is no cart */
export async function removeCoupon(ctx: Ctx): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    await tx.execute(sql`
      update carts set coupon_id = null, updated_at = now(), version = version + 1 where id = ${cartId} and coupon_id is not null`)
    return changedCart(tx, cartId)
  })
}
