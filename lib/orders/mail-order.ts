import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { FulfilmentId, OrderId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { wantsMail } from '@/lib/notifications/wants-mail'
import type { EmailKind, EmailProps } from '@/lib/platform/email/catalogue'
import { sendEmail } from '@/lib/platform/email/send-email'
import { type MailedOrder, readMailedOrder } from './mailed-order'
import { readParcel } from './read-parcel'

type Ref = { orderNumber: string }

/** On its way: what is in the parcel, under which number, and when it arrives. Not for people who switched mails about their orders off. */
export const mailShippedOrder = (_ctx: Ctx, { orderNumber, fulfilmentId }: Ref & { fulfilmentId?: FulfilmentId }): Promise<unknown> =>
  mailOrder(orderNumber, async (tx, mailed) => {
    if (!(await wantsMail(tx, mailed.userId, 'order'))) return
    const { ref, order } = mailed
    const parcel = await readParcel(tx, order, fulfilmentId)
    const left = order.history.findLast(({ status }) => status === 'shipped')?.at ?? new Date().toISOString()
    const cause = fulfilmentId ? `order.part_shipped:${fulfilmentId}` : 'order.shipped'
    await send(tx, 'order_shipped', mailed, { ...ref, ...parcel, is_part: fulfilmentId !== undefined, arrives: mailed.arrives(left) }, cause)
  })

/** Not for people who switched mails about their orders off. */
export const mailDeliveredOrder = (_ctx: Ctx, { orderNumber }: Ref): Promise<unknown> =>
  mailOrder(orderNumber, async (tx, mailed) => {
    if (await wantsMail(tx, mailed.userId, 'order')) await send(tx, 'order_delivered', mailed, mailed.ref, 'order.delivered')
  })

/** Says what goes back, when something was paid (R89). */
export const mailCancelledOrder = (_ctx: Ctx, { orderNumber }: Ref): Promise<unknown> =>
  mailOrder(orderNumber, async (tx, mailed) => {
    const [row] = await tx.execute<{ amount: string | null; currency: string | null }>(sql`
      select sum(amount_minor) as amount, min(currency) as currency from refunds where order_id = ${mailed.order.id} and status <> 'failed'`)
    const refund = row?.amount && row.currency ? money(Number(row.amount), row.currency) : null
    await send(tx, 'order_cancelled', mailed, { ...mailed.ref, refund }, 'order.cancelled')
  })

/** Nobody paid in time. An order that was paid after all says nothing of it. */
export const mailExpiredOrder = (_ctx: Ctx, { orderNumber }: Ref): Promise<unknown> =>
  mailOrder(orderNumber, async (tx, mailed) => {
    if (mailed.order.status === 'expired') await send(tx, 'order_expired', mailed, mailed.ref, 'order.expired')
  })

/**
 * Money went back: what was not told yet. The whole sum is part of the key, so that the next part is told and the same one is not.
 * @returns whether there was something to tell
 */
export async function mailRefundedOrder(_ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<boolean> {
  const [order] = await database().execute<{ number: string }>(sql`select order_number as number from orders where id = ${orderId}`)
  return order !== undefined && (await mailOrder(order.number, tellRefund)) === true
}

async function tellRefund(tx: Tx, mailed: MailedOrder): Promise<boolean> {
  const { id, totals, status } = mailed.order
  const isKept = status !== 'cancelled' && status !== 'expired'
  const [row] = await tx.execute<{ refunded: string; told: string }>(sql`
    select coalesce((select sum(refunded_minor) from payments where order_id = ${id}), 0) - ${isKept ? surplus(id) : sql`0`} as refunded,
      coalesce((select sum((props->'amount'->>'amount')::bigint) from emails where order_id = ${id} and kind = 'order_refunded'), 0) as told`)
  const [refunded, told] = [Number(row?.refunded), Number(row?.told)]
  if (refunded <= told) return false
  const amount = money(refunded - told, totals.total.currency)
  const isFull = amount.amount >= totals.total.amount
  await send(tx, 'order_refunded', mailed, { ...mailed.ref, amount, is_full: isFull }, `order.refunded:${refunded}`)
  return true
}

/** What was paid twice and went back by itself is no refund of an order that goes on. */
const surplus = (orderId: OrderId): SQL =>
  sql`coalesce((select sum(amount_minor) from refunds where order_id = ${orderId} and is_surplus and status = 'sent'), 0)`

/** One transaction, five statements at most. Erased people hear nothing. */
function mailOrder<T>(orderNumber: string, write: (tx: Tx, mailed: MailedOrder) => Promise<T>): Promise<T | undefined> {
  return transaction(async (tx) => {
    const mailed = await readMailedOrder(tx, orderNumber)
    return mailed ? write(tx, mailed) : undefined
  })
}

/** Once per cause and order: the cause is part of the key. */
function send<K extends EmailKind>(tx: Tx, kind: K, { to, userId, order }: MailedOrder, props: EmailProps<K>, cause: string): Promise<void> {
  return sendEmail(tx, kind, to, props, `${cause}:${order.id}`, { orderId: order.id, ...(userId && { userId }) })
}
