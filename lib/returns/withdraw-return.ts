import { eq } from 'drizzle-orm'
import { returns } from '@/db/schema/returns'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { readReturns } from './read-returns'
import { lockOwnOrder, requireReturn } from './request-return'
import type { ReturnRef, ReturnView } from './schemas'

/** Takes a request back that the shop has not acted on yet. @throws unauthenticated, not_found, conflict */
export async function withdrawReturn(ctx: Ctx, { number, id }: ReturnRef): Promise<ReturnView> {
  requireUser(ctx)
  return transaction(async (tx) => {
    const order = await lockOwnOrder(tx, ctx, number)
    const { status } = requireReturn(await readReturns(tx, order.id), id)
    if (status !== 'requested') throw new DomainError('conflict', { detail: `This return is ${status} and can no longer be withdrawn.` })
    await tx.update(returns).set({ status: 'withdrawn' }).where(eq(returns.id, id))
    publish(tx, { type: 'return.withdrawn', returnId: id, orderId: order.id, orderNumber: order.orderNumber })
    return requireReturn(await readReturns(tx, order.id), id)
  })
}
