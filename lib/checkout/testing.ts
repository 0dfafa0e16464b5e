import { addItem } from '@/lib/cart/add-item'
import type { CartView } from '@/lib/cart/schemas'
import type { Ctx } from '@/lib/core/context'
import type { VariantId } from '@/lib/core/ids'
import { placeOrder } from './place-order'
import { PlaceOrder } from './schemas'

/** An order for what `cart` shows, from a shopper whose address is in order. For tests. */
export function orderFor(cart: CartView, changes: Partial<PlaceOrder> = {}): PlaceOrder {
  return PlaceOrder.parse({
    email: 'ada@example.com',
    shipping_address: { full_name: 'Ada Lovelace', line1: '1 Main Street', city: 'New York', region: 'NY', postal_code: '10001', country: 'US' },
    shipping_method: 'standard',
    expected_total: cart.totals.total,
    ...changes,
  })
}

/** Fills a cart line by line and returns it as it then is. For tests. */
export async function fillCart(ctx: Ctx, lines: { variantId: VariantId; quantity: number }[]): Promise<CartView> {
  let cart: CartView | null = null
  for (const { variantId, quantity } of lines) cart = await addItem({ ...ctx, idempotencyKey: undefined }, { variant_id: variantId, quantity })
  if (!cart) throw new Error('A cart needs lines')
  return cart
}

/** From nothing to a placed order. For tests. */
export async function buy(ctx: Ctx, lines: { variantId: VariantId; quantity: number }[]) {
  return placeOrder(ctx, orderFor(await fillCart(ctx, lines)))
}
