import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { sendEmail } from '@/lib/platform/email/send-email'
import { lockOrderByNumber } from './lock-order'
import { type MailedOrder, readMailedOrder } from './mailed-order'
import type { OrderView } from './schemas'

type Placed = { orderNumber: string }

/** For this long nobody is told that an order is not paid: most people are paying at this moment. */
export const PAYING_MINUTES = 10

/**
 * The money is there: one mail that confirms the order and says what was paid. Who was told before that it was not paid yet is only told
 * that the payment arrived. Under the order's lock, so that a payment and the other mail never cross. At most five statements.
 */
export async function confirmPaidOrder(_ctx: Ctx, { orderNumber }: Placed): Promise<'confirmed' | 'payment_received' | null> {
  return transaction(async (tx) => {
    const mailed = await lockAndRead(tx, orderNumber)
    if (!mailed) return null
    const { to, ref, order } = mailed
    if (await isToldUnpaid(tx, order)) {
      await sendEmail(tx, 'payment_received', to, { ...ref, amount: order.totals.total }, `order.paid:${order.id}`, about(mailed))
      return 'payment_received'
    }
    await confirm(tx, mailed, { paid: order.totals.total, arrives: mailed.arrives(order.placed_at) })
    return 'confirmed'
  })
}

/**
 * Nobody has paid for a while: the order is confirmed with what it waits for, and a link that leads to the payment from any device. Says
 * nothing once it is paid, cancelled or expired. At most four statements.
 */
export async function confirmUnpaidOrder(_ctx: Ctx, { orderNumber }: Placed): Promise<'confirmed' | null> {
  return transaction(async (tx) => {
    const mailed = await lockAndRead(tx, orderNumber)
    if (!mailed?.order.is_payable) return null
    await confirm(tx, mailed, { pay_until: mailed.order.reserved_until })
    return 'confirmed'
  })
}

async function lockAndRead(tx: Tx, orderNumber: string): Promise<MailedOrder | null> {
  await lockOrderByNumber(tx, orderNumber)
  return readMailedOrder(tx, orderNumber)
}

const confirmationKey = ({ id }: OrderView) => `order.confirmed:${id}`

const about = ({ userId, order }: MailedOrder) => ({ orderId: order.id, ...(userId && { userId }) })

function confirm(tx: Tx, mailed: MailedOrder, state: { paid?: OrderView['totals']['total']; arrives?: string; pay_until?: string }): Promise<void> {
  const { to, ref, order } = mailed
  const { lines, totals, shipping_address } = order
  return sendEmail(tx, 'order_confirmation', to, { ...ref, lines, totals, shipping_address, ...state }, confirmationKey(order), about(mailed))
}

/** A step that is done again finds its own confirmation, which names no time to pay. */
async function isToldUnpaid(tx: Tx, order: OrderView): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from emails where idempotency_key = ${confirmationKey(order)} and props ? 'pay_until'`)
  return rows.length > 0
}
