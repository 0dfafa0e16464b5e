import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import type { CartView, NoInput } from './schemas'

/** The shopper accepts today's price of every line. One transaction, four statements. @throws not_found when there is no cart. */
export async function acceptPrices(ctx: Ctx, _input: z.infer<typeof NoInput>): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    await tx.execute(sql`
      with today as (
        select i.id, i.quantity, coalesce(v.price_minor, p.price_minor) as price_minor
        from cart_items i join product_variants v on v.id = i.variant_id join products p on p.id = v.product_id
        where i.cart_id = ${cartId}
      ), accepted as (
        update cart_items i set price_minor = today.price_minor, updated_at = now()
        from today where i.id = today.id and i.price_minor <> today.price_minor
      )
      update carts set cached_subtotal_minor = coalesce((select sum(quantity * price_minor) from today), 0), updated_at = now(), version = version + 1
      where id = ${cartId}`)
    return changedCart(tx, cartId)
  })
}
