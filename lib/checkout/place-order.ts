import type { Tx } from '@/db/transaction'
import { lockCart } from '@/lib/cart/active-cart'
import { type CartRow, readCartOf } from '@/lib/cart/read-cart'
import { checkpoint } from '@/lib/core/checkpoints'
import type { Actor, Ctx } from '@/lib/core/context'
import { reserve } from '@/lib/inventory/reserve'
import { markPaid } from '@/lib/orders/mark-paid'
import { orderView } from '@/lib/orders/order-view'
import { requireOrder } from '@/lib/orders/require-order'
import type { OrderView } from '@/lib/orders/schemas'
import { publish } from '@/lib/platform/events/publish'
import { onceFrom } from '@/lib/platform/idempotency/idempotency'
import { redeemCoupon } from '@/lib/promotions/redeem-coupon'
import { requireAddresses } from './address-rules'
import { emptyCart, refuseSpentCoupon, requireAgreement } from './agreement'
import { type DraftOrder, draftOrder } from './draft-order'
import { insertOrder } from './insert-order'
import type { PlaceOrder } from './schemas'

/**
 * Turns the actor's cart into an order and holds its units, in one transaction and at most eight statements whatever the number of lines
 * (R76–R84): key, lock of the cart, re-pricing, order with items, history and the completed cart, use of a code, reservation, answer, events.
 * An order that costs nothing is paid by this; it takes four more.
 * @throws invalid_input for addresses or shipping method, conflict for an empty cart, out_of_stock and price_changed with `extra.lines`;
 * price_changed also when the code was used by somebody else or has expired since.
 * After each of them nothing is placed and the key is free.
 */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<OrderView> {
  requireAddresses(input)
  const begin = (tx: Tx) => lockAndReadCart(tx, ctx.actor)
  const work = async (tx: Tx, cart: CartRow) => {
    const draft = draftOrder(ctx, requireAgreement(cart, input), input)
    const orderNumber = (await insertAndReserve(tx, draft)) ?? refuseSpentCoupon(cart, input)
    publish(tx, { type: 'order.placed', orderId: draft.id, orderNumber }, { type: 'cart.changed', cartId: draft.cartId })
    await checkpoint('checkout.commit')
    const placed = orderView({ ...draft, orderNumber })
    return draft.totalMinor === 0 ? payNothing(ctx, tx, placed) : placed
  }
  return onceFrom(ctx, 'checkout', input, { begin, work })
}

/** Nobody is asked for money that is not owed: what was held is sold at once. */
async function payNothing(ctx: Ctx, tx: Tx, { id, number, access_token: token }: OrderView): Promise<OrderView> {
  await markPaid(tx, id, ctx.actor)
  return requireOrder(ctx, { number, token }, tx)
}

/** The lock comes in a statement of its own: what is read after it cannot be older than it. Both travel together. */
async function lockAndReadCart(tx: Tx, actor: Actor): Promise<CartRow> {
  await checkpoint('checkout.lock')
  const locked = lockCart(tx, actor)
  locked.catch(() => {})
  await checkpoint('checkout.read')
  const cart = readCartOf(tx, actor)
  cart.catch(() => {})
  if (!(await locked)) throw emptyCart()
  return cart
}

/**
 * Order, code and reservation travel together too: when one of them is refused, nothing of the others is left. Null when the code has no
 * use left.
 */
async function insertAndReserve(tx: Tx, draft: DraftOrder): Promise<string | null> {
  await checkpoint('checkout.insert')
  const inserted = insertOrder(tx, draft)
  inserted.catch(() => {})
  if (draft.couponId) await checkpoint('checkout.redeem')
  const redeemed = draft.couponId ? redeemCoupon(tx, { couponId: draft.couponId, orderId: draft.id }) : Promise.resolve(true)
  redeemed.catch(() => {})
  await checkpoint('checkout.reserve')
  const reserved = reserveLines(tx, draft)
  reserved.catch(() => {})
  const orderNumber = await inserted
  if (!(await redeemed)) return null
  await reserved
  return orderNumber
}

/** Untracked lines hold nothing (R84). */
async function reserveLines(tx: Tx, { id: orderId, lines, reservedUntil, createdBy: actor }: DraftOrder): Promise<void> {
  const tracked = lines.filter((line) => line.isTracked).map(({ id, variantId, quantity }) => ({ orderItemId: id, variantId, quantity }))
  await reserve(tx, { orderId, lines: tracked, expiresAt: new Date(reservedUntil), actor })
}
