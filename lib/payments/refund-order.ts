import { sql } from 'drizzle-orm'
import { orderStatusHistory } from '@/db/schema/orders'
import { refundItems, refunds } from '@/db/schema/payments'
import type { Tx } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/format-money'
import { newId, type OrderItemId, type PaymentId, type VariantId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import { historyActor } from '@/lib/orders/history-actor'
import { type LockedOrder, lockOrderByNumber } from '@/lib/orders/lock-order'
import { noSuchOrder } from '@/lib/orders/require-order'
import { type Changed, RefundOrder } from '@/lib/orders/staff-schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { sendRefunds } from './send-refunds'

/**
 * Gives money back, all of it or a part, for certain units or without. Decided in one transaction under the order's lock, so that two at
 * once never give more than was captured; then sent to the provider under the refund's id. What gets no answer now is sent by the sweep.
 * A repeated idempotency key acts once. @throws forbidden, not_found, conflict when so much is not left, invalid_input
 */
export async function refundOrder(ctx: Ctx, input: RefundOrder): Promise<Changed> {
  requireCan(ctx, 'orders.refund')
  const wanted = RefundOrder.parse(input)
  await onceInTransaction(ctx, 'refund', wanted, async (tx) => {
    const order = await lockOrderByNumber(tx, wanted.number)
    if (!order) throw noSuchOrder()
    await decideRefund(tx, ctx, order, wanted)
    return null
  })
  await sendRefunds(ctx)
  return {}
}

export type WantedRefund = {
  amount: number
  lines: { order_item_id: OrderItemId; quantity: number }[]
  restock: boolean
  reason: string
}

/** For an order that the caller has locked. Writes the refunds, their lines, the history, and puts units back. Seven statements at most. */
export async function decideRefund(tx: Tx, ctx: Ctx, order: LockedOrder, { amount, lines, restock, reason }: WantedRefund): Promise<void> {
  const parts = takeFrom(await refundable(tx, order), amount, order.currency)
  const createdBy = historyActor(ctx.actor)
  const why = reason || 'Refunded by the shop.'
  const rows = parts.map(([paymentId, amountMinor]) => ({
    id: newId(),
    orderId: order.id,
    paymentId,
    amountMinor,
    currency: order.currency,
    reason: why,
    createdBy,
  }))
  await tx.insert(refunds).values(rows)
  for (const { id } of rows) publish(tx, { type: 'refund.requested', refundId: id, orderId: order.id })
  const [first] = rows
  if (first && lines.length > 0) await refundLines(tx, order, first.id, lines, restock, createdBy)
  const words = formatMoney(money(amount, order.currency), 'en-US')
  const note = `${words} is being returned.${reason ? ` ${reason}` : ''}`
  await tx.insert(orderStatusHistory).values({ id: newId(), orderId: order.id, status: order.status, note, createdBy })
  audited(tx, ctx, {
    action: 'order.refunded',
    subject: { type: 'order', id: order.id, label: order.orderNumber },
    before: { payment_status: order.paymentStatus },
    after: { amount: money(amount, order.currency), lines, restock, reason },
  })
}

type Refundable = { id: PaymentId; left: number }

async function refundable(tx: Tx, order: LockedOrder): Promise<Refundable[]> {
  return [
    ...(await tx.execute<Refundable>(sql`
      select p.id, (p.captured_minor - greatest(p.refunded_minor,
        (select coalesce(sum(r.amount_minor), 0) from refunds r where r.payment_id = p.id and r.status <> 'failed')))::int8::float8 as left
      from payments p where p.order_id = ${order.id} and p.captured_minor > 0 order by p.id for no key update of p`)),
  ]
}

/** From the payments in their order. @throws conflict */
function takeFrom(from: Refundable[], amount: number, currency: string): [PaymentId, number][] {
  const left = from.reduce((sum, payment) => sum + payment.left, 0)
  if (amount > left) {
    const detail = left > 0 ? `At most ${formatMoney(money(left, currency), 'en-US')} can still be given back.` : 'Nothing is left to give back.'
    throw new DomainError('conflict', { detail })
  }
  const parts: [PaymentId, number][] = []
  let open = amount
  for (const payment of from) {
    const part = Math.min(open, payment.left)
    if (part > 0) parts.push([payment.id, part])
    open -= part
  }
  return parts
}

/** @throws invalid_input for units that were not bought or are refunded already */
async function refundLines(
  tx: Tx,
  order: LockedOrder,
  refundId: string,
  lines: WantedRefund['lines'],
  restock: boolean,
  actor: string,
): Promise<void> {
  const known = await tx.execute<{ id: OrderItemId; variant_id: VariantId; left: number }>(sql`
    select i.id, i.variant_id, (i.quantity - coalesce((select sum(ri.quantity) from refund_items ri join refunds r on r.id = ri.refund_id
      where ri.order_item_id = i.id and r.status <> 'failed'), 0))::int as left from order_items i where i.order_id = ${order.id}`)
  const left = new Map(known.map((line) => [line.id, line]))
  const errors = lines.flatMap(({ order_item_id: id, quantity }, index) => {
    const possible = left.get(id)?.left ?? 0
    return quantity <= possible ? [] : [{ pointer: `/lines/${index}/quantity`, detail: `${possible} of these can still be refunded.` }]
  })
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
  await tx.insert(refundItems).values(lines.map(({ order_item_id: orderItemId, quantity }) => ({ id: newId(), refundId, orderItemId, quantity })))
  if (!restock) return
  const changes = lines.flatMap(({ order_item_id, quantity }) => {
    const line = left.get(order_item_id)
    return line ? [{ variantId: line.variant_id, delta: quantity, reason: 'refunded' }] : []
  })
  await moveOnHand(tx, changes, { kind: 'returned', actor, orderId: order.id })
}
