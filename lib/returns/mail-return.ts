import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { EventData } from '@/lib/core/events'
import type { OrderItemId, ReturnId } from '@/lib/core/ids'
import { linesOf, type MailedOrder, readMailedOrder } from '@/lib/orders/mailed-order'
import { sendEmail } from '@/lib/platform/email/send-email'

type Ref = { returnId: ReturnId; orderNumber: string }

/** We have the wish to send something back, and what it is about. Four statements. */
export const mailReturnRequested = (_ctx: Ctx, { returnId, orderNumber }: Ref): Promise<void> =>
  transaction(async (tx) => {
    const mailed = await readMailedOrder(tx, orderNumber)
    if (!mailed) return
    const lines = await returnedLines(tx, returnId, mailed)
    await sendEmail(tx, 'return_received', mailed.to, { ...refOf(mailed), lines }, `return.requested:${returnId}`, about(mailed))
  })

/** What became of it: approved, rejected, arrived, or paid back; with the decision what staff answered. Four statements. */
export const mailReturnUpdated = (_ctx: Ctx, { returnId, orderNumber, status }: EventData<'return.updated'>): Promise<void> =>
  transaction(async (tx) => {
    const mailed = await readMailedOrder(tx, orderNumber)
    if (!mailed) return
    const [row] = await tx.execute<{ answer: string | null }>(sql`select answer from returns where id = ${returnId}`)
    const isDecision = status === 'approved' || status === 'rejected'
    const props = {
      ...refOf(mailed),
      note: (isDecision && row?.answer) || undefined,
      status: status === 'refunded' ? ('completed' as const) : status,
    }
    await sendEmail(tx, 'return_update', mailed.to, props, `return.updated:${returnId}:${status}`, about(mailed))
  })

/** Returns are seen in the account: only people who have one ask for them. */
const refOf = ({ ref }: MailedOrder) => ({ ...ref, path: `/account/orders/${ref.number}` })

const about = ({ userId, order }: MailedOrder) => ({ orderId: order.id, ...(userId && { userId }) })

/** The lines of the order that go back, with as many units as were asked for. */
async function returnedLines(tx: Tx, returnId: ReturnId, { order }: MailedOrder) {
  const items = await tx.execute<{ id: OrderItemId; quantity: number }>(sql`
    select order_item_id as id, quantity from return_items where return_id = ${returnId}`)
  return linesOf(order, new Map(items.map(({ id, quantity }) => [id, quantity])))
}
