import type { Ctx } from '@/lib/core/context'
import { acceptPrices } from './accept-prices'
import { changeItem } from './change-item'
import { removeItem } from './remove-item'
import type { CartLine, CartView } from './schemas'
import { viewCart } from './view-cart'

/**
 * Takes over everything the shopper was told about: today's prices, fewer units where fewer are left, and no lines that cannot be
 * bought any more. One transaction per line that changes, because each of them is right on its own.
 */
export async function acceptChanges(ctx: Ctx): Promise<CartView> {
  const cart = await viewCart(ctx)
  for (const line of cart.lines) await acceptLine(ctx, line)
  return acceptPrices(ctx, {})
}

async function acceptLine(ctx: Ctx, { id, notices, available }: CartLine): Promise<void> {
  if (notices.includes('withdrawn') || notices.includes('sold_out')) await removeItem(ctx, { id })
  else if (notices.includes('quantity_above_stock') && available !== null) await changeItem(ctx, { id, quantity: available })
}
