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
import { returnUnits } from '@/lib/inventory/return-to-stock'
import { historyActor } from '@/lib/orders/history-actor'
import { type LockedOrder, lockOrderByNumber } from '@/lib/orders/lock-order'
import { markShipped } from '@/lib/orders/mark-shipped'
import { noSuchOrder } from '@/lib/orders/require-order'
import { type Changed, RefundOrder } from '@/lib/orders/staff-schemas'
import { toSend } from '@/lib/orders/units-to-send'
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

/** For an order that the caller has locked. Writes the refunds, their lines, the history, and puts units back. Eleven statements at most. */
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
  if (first && lines.length > 0) await refundLines(tx, ctx, order, first.id, { lines, restock })
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

type Line = { id: OrderItemId; variant_id: VariantId; left: number; to_send: number; sent: number }

/**
 * Units that have not left are refunded first; they are not sent any more, and with the last of them the order is on its way as it is.
 * @throws invalid_input for units that were not bought or are refunded already, conflict when nothing has left and nothing would be left, or
 * for units that are on the shelf again already
 */
async function refundLines(
  tx: Tx,
  ctx: Ctx,
  order: LockedOrder,
  refundId: string,
  { lines, restock }: Pick<WantedRefund, 'lines' | 'restock'>,
): Promise<void> {
  const known = new Map((await readLines(tx, order)).map((line) => [line.id, line]))
  const left = new Map([...known].map(([id, line]) => [id, line.left]))
  const errors = lines.flatMap(({ order_item_id: id, quantity }, index) => {
    const possible = left.get(id)
    if (possible === undefined) return [{ pointer: `/lines/${index}/order_item_id`, detail: 'This item is not part of the order, or listed twice.' }]
    left.delete(id)
    return quantity <= possible ? [] : [{ pointer: `/lines/${index}/quantity`, detail: `${possible} of these can still be refunded.` }]
  })
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
  const rows = lines.map(({ order_item_id: orderItemId, quantity }) => {
    const unsent = Math.min(quantity, known.get(orderItemId)?.to_send ?? 0)
    return { id: newId(), refundId, orderItemId, quantity, unsent }
  })
  await tx.insert(refundItems).values(rows)
  if (restock) {
    const units = lines.flatMap(({ order_item_id, quantity }) => {
      const line = known.get(order_item_id)
      return line ? [{ variantId: line.variant_id, quantity }] : []
    })
    await returnUnits(tx, order.id, units, { reason: 'refunded', actor: historyActor(ctx.actor) })
  }
  await endSending(tx, ctx, order, [...known.values()], rows)
}

/** One statement. Only what is paid is still sent. */
export async function readLines(tx: Tx, order: LockedOrder): Promise<Line[]> {
  return [
    ...(await tx.execute<Line>(sql`
      select i.id, i.variant_id, (i.quantity - coalesce((select sum(ri.quantity) from refund_items ri join refunds r on r.id = ri.refund_id
          where ri.order_item_id = i.id and r.status <> 'failed'), 0))::int as left,
        ${order.status === 'paid' ? toSend : sql`0`} as to_send,
        coalesce((select sum(f.quantity) from fulfilment_items f where f.order_item_id = i.id), 0)::int as sent
      from order_items i where i.order_id = ${order.id}`)),
  ]
}

async function endSending(tx: Tx, ctx: Ctx, order: LockedOrder, lines: Line[], refunded: { unsent: number }[]): Promise<void> {
  const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
  const before = sum(lines.map(({ to_send }) => to_send))
  if (before === 0 || before > sum(refunded.map(({ unsent }) => unsent))) return
  if (sum(lines.map(({ sent }) => sent)) > 0) return markShipped(tx, ctx, order, 'The rest was refunded; everything else is on its way')
  const detail = 'Nothing of this order has left, and this gives back all of it. Cancel the order instead: that returns the money and closes it.'
  throw new DomainError('conflict', { detail })
}
