import { eq } from 'drizzle-orm'
import { type ReturnStatus, returns } from '@/db/schema/returns'
import type { Tx } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ReturnId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { type LockedOrder, lockOrderByNumber } from '@/lib/orders/lock-order'
import { noSuchOrder } from '@/lib/orders/require-order'
import { publish } from '@/lib/platform/events/publish'
import { readReturns } from './read-returns'
import { requireReturn } from './request-return'
import { returnCanBecome } from './return-transitions'
import type { ReturnView } from './schemas'

export type LockedReturn = { order: LockedOrder; wish: ReturnView }

/** Under the order's lock, as everything about its returns. @throws not_found, conflict when the state table does not allow `next` */
export async function lockReturn(tx: Tx, { number, id }: { number: string; id: ReturnId }, next: ReturnStatus): Promise<LockedReturn> {
  const order = await lockOrderByNumber(tx, number)
  if (!order) throw noSuchOrder()
  const wish = requireReturn(await readReturns(tx, order.id), id)
  if (!returnCanBecome(wish.status, next)) throw new DomainError('conflict', { detail: `A return that is ${wish.status} cannot become ${next}.` })
  return { order, wish }
}

type Step = { status: 'approved' | 'rejected' | 'received' | 'refunded'; title: string; answer?: string; after?: unknown }

/** The step itself, the shopper's bell, the event and the line of the log. */
export async function moveReturn(tx: Tx, ctx: Ctx, { order, wish }: LockedReturn, { status, title, answer, after }: Step): Promise<void> {
  const { id: orderId, orderNumber, userId } = order
  await tx
    .update(returns)
    .set({ status, ...(answer === undefined ? {} : { answer }) })
    .where(eq(returns.id, wish.id))
  if (userId) {
    const href = `/account/orders/${orderNumber}`
    await notify(tx, { userId, kind: 'order', title, body: answer, href, key: `return.${status}:${wish.id}` })
  }
  publish(tx, { type: 'return.updated', returnId: wish.id, orderId, orderNumber, status })
  audited(tx, ctx, {
    action: `order.return_${status}`,
    subject: { type: 'order', id: orderId, label: orderNumber },
    before: { status: wish.status },
    after: { status, ...(answer ? { answer } : {}), ...(after ? { units: after } : {}) },
  })
}
