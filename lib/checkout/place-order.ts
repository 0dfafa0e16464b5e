import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { lockCart } from '@/lib/cart/active-cart'
import { type CartRow, readCart } from '@/lib/cart/read-cart'
import { checkpoint } from '@/lib/core/checkpoints'
import type { Actor, Ctx } from '@/lib/core/context'
import { reserve } from '@/lib/inventory/reserve'
import { orderView } from '@/lib/orders/order-view'
import type { OrderView } from '@/lib/orders/schemas'
import { publish } from '@/lib/platform/events/publish'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { requireAddresses } from './address-rules'
import { emptyCart, requireAgreement } from './agreement'
import { type DraftOrder, draftOrder } from './draft-order'
import { insertOrder } from './insert-order'
import type { PlaceOrder } from './schemas'

/**
 * Turns the actor's cart into an order and holds its units, in one transaction and at most eight statements whatever the number of lines
 * (R76–R84): key, lock of the cart, re-pricing, order with items, history and the completed cart, reservation, answer, events.
 * @throws invalid_input for addresses or shipping method, conflict for an empty cart, out_of_stock and price_changed with `extra.lines`.
 * After each of them nothing is placed and the key is free.
 */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<OrderView> {
  requireAddresses(input)
  return onceInTransaction(ctx, 'checkout', input, async (tx) => {
    const cart = await lockAndReadCart(tx, ctx.actor)
    const draft = draftOrder(ctx, requireAgreement(cart, input), input)
    await checkpoint('checkout.insert')
    const orderNumber = await insertOrder(tx, draft)
    await checkpoint('checkout.reserve')
    await reserveLines(tx, draft)
    publish(tx, { type: 'order.placed', orderId: draft.id, orderNumber }, { type: 'cart.changed', cartId: draft.cartId })
    await checkpoint('checkout.commit')
    return orderView({ ...draft, orderNumber })
  })
}

/** The lock comes in a statement of its own: what is read after it cannot be older than it. */
async function lockAndReadCart(tx: Tx, actor: Actor): Promise<CartRow> {
  await checkpoint('checkout.lock')
  const cartId = await lockCart(tx, actor)
  if (!cartId) throw emptyCart()
  await checkpoint('checkout.read')
  return readCart(tx, sql`c.id = ${cartId}`)
}

/** Untracked lines hold nothing (R84). */
async function reserveLines(tx: Tx, { id: orderId, lines, reservedUntil, createdBy: actor }: DraftOrder): Promise<void> {
  const tracked = lines.filter((line) => line.isTracked).map(({ id, variantId, quantity }) => ({ orderItemId: id, variantId, quantity }))
  await reserve(tx, { orderId, lines: tracked, expiresAt: new Date(reservedUntil), actor })
}
