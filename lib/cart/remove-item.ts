import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { CartId, CartItemId } from '@/lib/core/ids'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import { noSuchLine } from './refusals'
import { isWaitingReminder } from './reminder-outcome'
import type { CartView, RemoveItem } from './schemas'

/** Takes a line out of the actor's cart. Undo is `addItem`. One transaction, four statements. @throws not_found when line or cart is gone. */
export async function removeItem(ctx: Ctx, input: RemoveItem): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    await deleteLine(tx, cartId, input.id)
    return changedCart(tx, cartId)
  })
}

/** Line, denormalised totals, and what waits to remind of a cart that is empty now, in one statement; the cart is locked. @throws not_found */
export async function deleteLine(tx: Tx, cartId: CartId, id: CartItemId): Promise<void> {
  const rows = await tx.execute(sql`
    with line as (delete from cart_items where id = ${id} and cart_id = ${cartId} returning quantity, price_minor), cart as (
      update carts c set cached_total_items = cached_total_items - line.quantity, updated_at = now(), version = version + 1,
        cached_subtotal_minor = cached_subtotal_minor - line.quantity * line.price_minor
      from line where c.id = ${cartId} returning c.id, c.cached_total_items as items
    ), withheld as (
      update emails e set status = 'withheld', error = 'The cart was emptied' from cart where cart.items = 0 and ${isWaitingReminder(sql`cart.id`)}
    ) select id from cart`)
  if (rows.length === 0) throw noSuchLine()
}
