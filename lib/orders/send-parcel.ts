import { eq } from 'drizzle-orm'
import { fulfilmentItems, fulfilments } from '@/db/schema/fulfilments'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError, type InputError } from '@/lib/core/errors'
import { type FulfilmentId, newId, type OrderId, type OrderItemId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { historyActor } from './history-actor'
import { type LockedOrder, lockOrderByNumber } from './lock-order'
import { markShipped } from './mark-shipped'
import { noSuchOrder } from './require-order'
import { type ParcelSent, SendParcel } from './staff-schemas'
import { canBecome } from './transitions'
import { readUnitsToSend } from './units-to-send'

/**
 * A parcel has left the house, with all that is left of the order or with some units of it. Under the order's lock, so that two parcels at
 * once never hold more than was bought; what was refunded before it left is not sent. With its last unit the order is shipped; before that it stays paid, and `partial`. A repeated
 * idempotency key acts once. One transaction, nine statements at most.
 * @throws forbidden, not_found, conflict when the order is not one to send, invalid_input per line.
 */
export async function sendParcel(ctx: Ctx, input: SendParcel): Promise<ParcelSent> {
  requireCan(ctx, 'orders.fulfil')
  const wanted = SendParcel.parse(input)
  return onceInTransaction(ctx, 'parcel', wanted, (tx) => sendInside(tx, ctx, wanted))
}

/**
 * The same for one of several, each in a transaction of its own: one that cannot go holds up none of the others. What was given back stays: who
 * sends many does not look at each.
 */
export const sendWhole = (ctx: Ctx, number: string): Promise<ParcelSent> =>
  transaction((tx) => sendInside(tx, ctx, { ...SendParcel.parse({ number }), isOneOfMany: true }))

type Sending = ReturnType<typeof SendParcel.parse> & { isOneOfMany?: boolean }

async function sendInside(tx: Tx, ctx: Ctx, { number, lines, isOneOfMany = false, ...parcel }: Sending): Promise<ParcelSent> {
  const order = await lockOrderByNumber(tx, number)
  if (!order) throw noSuchOrder()
  requireSendable(order, isOneOfMany)
  const left = await readUnitsToSend(tx, order.id)
  const units = lines ? requireLeft(left, lines) : [...left].filter(([, quantity]) => quantity > 0)
  const isLast = units.reduce((sum, [, quantity]) => sum - quantity, sum(left)) === 0
  const fulfilmentId = await insertParcel(tx, ctx, order.id, units, parcel)
  await moveOrderOn(tx, ctx, order, fulfilmentId, isLast)
  audited(tx, ctx, {
    action: 'order.parcel_sent',
    subject: { type: 'order', id: order.id, label: number },
    before: { fulfillment_status: order.fulfillmentStatus },
    after: { fulfillment_status: isLast ? 'fulfilled' : 'partial', units: units.reduce((all, [, quantity]) => all + quantity, 0), ...parcel },
  })
  return { fulfilment_id: fulfilmentId, status: isLast ? 'shipped' : order.status, fulfillment_status: isLast ? 'fulfilled' : 'partial' }
}

/** By the state table: only what is paid and not all gone. */
function requireSendable({ status, paymentStatus }: LockedOrder, isOneOfMany: boolean): void {
  if (isOneOfMany && status === 'paid' && paymentStatus === 'refunded') {
    throw new DomainError('conflict', { detail: 'Its money was given back. Open it to send it all the same.' })
  }
  if (!canBecome(status, 'shipped')) throw new DomainError('conflict', { detail: `An order that is ${status} cannot be sent.` })
}

type Units = [OrderItemId, number][]

const sum = (left: Map<OrderItemId, number>) => [...left.values()].reduce((all, quantity) => all + quantity, 0)

function requireLeft(left: Map<OrderItemId, number>, lines: { order_item_id: OrderItemId; quantity: number }[]): Units {
  const seen = new Set<string>()
  const errors = lines.flatMap(({ order_item_id: id, quantity }, index): InputError[] => {
    const possible = seen.has(id) ? undefined : left.get(id)
    seen.add(id)
    if (possible === undefined) return [{ pointer: `/lines/${index}/order_item_id`, detail: 'This item is not part of the order, or listed twice.' }]
    if (quantity <= possible) return []
    return [
      {
        pointer: `/lines/${index}/quantity`,
        detail: possible > 0 ? `Only ${possible} ${possible === 1 ? 'is' : 'are'} left to send.` : 'All of these have been sent.',
      },
    ]
  })
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
  return lines.map(({ order_item_id, quantity }) => [order_item_id, quantity])
}

type Parcel = { carrier: string; tracking_number: string; tracking_url?: string | null }

async function insertParcel(tx: Tx, ctx: Ctx, orderId: OrderId, units: Units, parcel: Parcel): Promise<FulfilmentId> {
  const id = newId<FulfilmentId>()
  const { carrier, tracking_number: trackingNumber, tracking_url: trackingUrl } = parcel
  await tx.insert(fulfilments).values({ id, orderId, carrier, trackingNumber, trackingUrl, createdBy: historyActor(ctx.actor) })
  await tx.insert(fulfilmentItems).values(units.map(([orderItemId, quantity]) => ({ id: newId(), fulfilmentId: id, orderItemId, quantity })))
  return id
}

async function moveOrderOn(tx: Tx, ctx: Ctx, order: LockedOrder, fulfilmentId: FulfilmentId, isLast: boolean): Promise<void> {
  if (isLast) return markShipped(tx, ctx, order, 'Handed to the courier')
  const { id: orderId, orderNumber, userId } = order
  await tx.update(orders).set({ fulfillmentStatus: 'partial', updatedAt: new Date() }).where(eq(orders.id, orderId))
  const note = 'A part was handed to the courier; the rest follows'
  await tx.insert(orderStatusHistory).values({ id: newId(), orderId, status: order.status, note, createdBy: historyActor(ctx.actor) })
  publish(tx, { type: 'order.part_shipped', orderId, orderNumber, fulfilmentId })
  if (!userId) return
  const title = `A part of order ${orderNumber} is on its way`
  await notify(tx, { userId, kind: 'order', title, href: `/account/orders/${orderNumber}`, key: `order.part_shipped:${fulfilmentId}` })
}
