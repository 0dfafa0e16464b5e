import { returnItems, returns } from '@/db/schema/returns'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError, type InputError } from '@/lib/core/errors'
import { newId, type OrderId, type ReturnId } from '@/lib/core/ids'
import { type LockedOrder, lockOrderByNumber } from '@/lib/orders/lock-order'
import { noSuchOrder } from '@/lib/orders/require-order'
import { can, requireUser } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { RETURN_DAYS, type ReturnsRow, readReturns, returnWindow } from './read-returns'
import type { RequestReturn, ReturnView } from './schemas'

/**
 * Asks to send items of one's own delivered order back. Under the order's lock, so that two requests at once never ask for more than was
 * bought. A repeated idempotency key acts once. One transaction, five statements and the key's.
 * @throws unauthenticated, not_found, conflict when the order cannot be returned (any more), invalid_input per line.
 */
export async function requestReturn(ctx: Ctx, input: RequestReturn): Promise<ReturnView> {
  requireUser(ctx)
  return onceInTransaction(ctx, 'return', input, async (tx) => {
    const order = await lockOwnOrder(tx, ctx, input.number)
    const before = await readReturns(tx, order.id)
    requireReturnable(before, input)
    const returnId = await insertReturn(tx, order.id, input)
    publish(tx, { type: 'return.requested', returnId, orderId: order.id, orderNumber: order.orderNumber })
    return requireReturn(await readReturns(tx, order.id), returnId)
  })
}

export async function lockOwnOrder(tx: Tx, { actor }: Ctx, number: string): Promise<LockedOrder> {
  const order = await lockOrderByNumber(tx, number)
  if (!order || !can(actor, 'own.write', { ownerId: order.userId })) throw noSuchOrder()
  return order
}

const closedSentences = {
  not_delivered: 'This order has not been delivered yet. You can send it back once it is there.',
  too_late: `Items can be sent back for ${RETURN_DAYS} days after delivery. That time is over.`,
  nothing_left: 'You have already asked to return every item of this order.',
}

function requireReturnable(row: ReturnsRow, { lines }: RequestReturn): void {
  const window = returnWindow(row)
  if ('closedBecause' in window) throw new DomainError('conflict', { detail: closedSentences[window.closedBecause] })
  const left = new Map(row.lines.map(({ orderItemId, returnable }) => [orderItemId, returnable]))
  const errors = lines.flatMap(({ order_item_id, quantity }, index): InputError[] => {
    const possible = left.get(order_item_id)
    if (possible === undefined) return [{ pointer: `/lines/${index}/order_item_id`, detail: 'This item is not part of the order, or listed twice.' }]
    left.delete(order_item_id)
    if (quantity <= possible) return []
    const detail = possible > 0 ? `You can return ${possible} of these.` : 'Nothing of this is left to return.'
    return [{ pointer: `/lines/${index}/quantity`, detail }]
  })
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
}

async function insertReturn(tx: Tx, orderId: OrderId, { lines, note }: RequestReturn): Promise<ReturnId> {
  const returnId = newId<ReturnId>()
  await tx.insert(returns).values({ id: returnId, orderId, note })
  const ofLine = lines.map(({ order_item_id: orderItemId, ...line }) => ({ id: newId(), returnId, orderItemId, ...line }))
  await tx.insert(returnItems).values(ofLine)
  return returnId
}

export function requireReturn({ returns: known }: ReturnsRow, id: ReturnId): ReturnView {
  const found = known.find((candidate) => candidate.id === id)
  if (!found) throw new DomainError('not_found', { detail: 'There is no such return.' })
  return found
}
