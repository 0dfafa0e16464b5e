import type { Tx } from '@/db/transaction'
import type { CartId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import { cartView } from './cart-view'
import { readCart } from './read-cart'
import type { CartView } from './schemas'

/** The end of every change of a cart: the event, and the cart as it now is. One statement, and one before the commit. */
export async function changedCart(tx: Tx, cartId: CartId): Promise<CartView> {
  publish(tx, { type: 'cart.changed', cartId })
  return cartView(await readCart(tx, cartId))
}
