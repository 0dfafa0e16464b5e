import { database } from '@/db/client'
import type { Reader } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { OrderId, UserId } from '@/lib/core/ids'
import { isOrderAccessToken } from './access-token'
import { orderView } from './order-view'
import { readOrder } from './read-order'
import type { OrderRef, OrderView } from './schemas'

/** The order, for who has its signed link, its owner, or the shop itself; null for everybody else. One statement. */
export async function findOrder(ctx: Ctx, ref: OrderRef, reader: Reader = database()): Promise<OrderView | null> {
  const order = await readOrder(reader, ref.number)
  return order && mayAccessOrder(ctx, ref, order) ? orderView(order) : null
}

export function mayAccessOrder({ actor }: Ctx, { token }: OrderRef, order: { id: OrderId; userId: UserId | null }): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'user' && order.userId === actor.userId) return true
  return token !== undefined && isOrderAccessToken(order.id, token)
}
