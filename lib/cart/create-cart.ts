import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { isActiveCartOf, lockOrCreateCart } from './active-cart'
import { cartView } from './cart-view'
import { readCart } from './read-cart'
import type { CartView } from './schemas'

/**
 * The actor's cart, made when there is none. The token that was made for this request is in the answer, once; the database keeps its
 * hash only. Two statements; an empty cart needs no transaction.
 */
export async function createCart(ctx: Ctx): Promise<CartView> {
  await lockOrCreateCart(database(), ctx.actor)
  const view = cartView(await readCart(database(), isActiveCartOf(ctx.actor)))
  return ctx.issuedCartToken ? { ...view, cart_token: ctx.issuedCartToken } : view
}
