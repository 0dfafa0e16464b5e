import { database } from '@/db/client'
import type { Reader } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { findOrder } from './find-order'
import type { OrderRef, OrderView } from './schemas'

/** @throws not_found, also when it exists and the caller may not see it. One statement. */
export async function requireOrder(ctx: Ctx, ref: OrderRef, reader: Reader = database()): Promise<OrderView> {
  const order = await findOrder(ctx, ref, reader)
  if (!order) throw noSuchOrder()
  return order
}

export const noSuchOrder = () => new DomainError('not_found', { detail: 'We could not find this order. Check the link in your e-mail.' })
