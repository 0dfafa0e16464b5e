import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { cartView } from './cart-view'
import { readCartOf } from './read-cart'
import type { CartView } from './schemas'

/** The actor's cart as it stands against today's prices and stock; an empty view when there is none. One statement, whatever the number of lines. */
export async function viewCart(ctx: Ctx): Promise<CartView> {
  return cartView(await readCartOf(database(), ctx.actor))
}
