import { database } from '@/db/client'
import type { Reader } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { findOrder, mayAccessOrder } from './find-order'
import { type OrderHead, readOrderHead } from './read-order'
import type { OrderRef, OrderView } from './schemas'

/** @throws not_found, also when it exists and the caller may not see it. One statement. */
export async function requireOrder(ctx: Ctx, ref: OrderRef, reader: Reader = database()): Promise<OrderView> {
  const order = await findOrder(ctx, ref, reader)
  if (!order) throw noSuchOrder()
  return order
}

/** The same for who only has to know whose it is. @throws not_found */
export async function requireOrderHead(ctx: Ctx, ref: OrderRef): Promise<OrderHead> {
  const head = await readOrderHead(database(), ref.number)
  if (!head || !mayAccessOrder(ctx, ref, head)) throw noSuchOrder()
  return head
}

export const noSuchOrder = () => new DomainError('not_found', { detail: 'We could not find this order. Check that its address was copied whole.' })
