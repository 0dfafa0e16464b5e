import { pictureView } from '@/lib/catalog/pictures'
import { money } from '@/lib/core/money'
import { priceGoods } from '@/lib/pricing/price-goods'
import { totalsView } from '@/lib/pricing/totals-view'
import { shippingTo } from '@/lib/settings/shipping-of'
import { type CartLineRow, type CartRow, usableCoupon } from './read-cart'
import type { CartLine, CartView } from './schemas'

/** The wire shape of a cart. Lines are counted with the price at which they were added; tax and usual shipping are those of the shop's own country. */
export function cartView(row: CartRow): CartView {
  const { settings, cart, lines } = row
  const currency = cart?.currency ?? settings.currency
  const home = settings.homeCountry
  const { totals, terms } = priceGoods(settings, lines, home, shippingTo(settings, home)[0], usableCoupon(row))
  const viewed = lines.map((line) => cartLine(line, currency))
  return {
    id: cart?.id ?? null,
    count: cart?.totalItems ?? 0,
    lines: viewed,
    totals: totalsView(totals, terms, currency),
    email: cart?.email ?? null,
    coupon: cart?.coupon ? { code: cart.coupon.code, percent: cart.coupon.ratePpm / 10_000, is_valid: cart.coupon.isUsable } : null,
    is_buyable: viewed.length > 0 && viewed.every((line) => line.notices.length === 0),
    version: cart?.version ?? 0,
  }
}

function cartLine(line: CartLineRow, currency: string): CartLine {
  return {
    id: line.id,
    product_id: line.productId,
    variant_id: line.variantId,
    slug: line.slug,
    name: line.name,
    variant_title: variantTitle(line),
    sku: line.sku,
    picture: pictureView(line.picture),
    quantity: line.quantity,
    price: money(line.priceMinor, currency),
    current_price: money(line.currentPriceMinor, currency),
    line_total: money(line.priceMinor * line.quantity, currency),
    available: line.available,
    notices: noticesOf(line),
  }
}

/** Option values in the product's order, joined for people: `Red, L`. */
export function variantTitle({ attributes, options }: Pick<CartLineRow, 'attributes' | 'options'>): string {
  return options.flatMap(({ name }) => attributes[name] ?? []).join(', ')
}

/** A withdrawn line has that one notice: its price and stock no longer matter. */
function noticesOf({ isActive, available, quantity, priceMinor, currentPriceMinor }: CartLineRow): CartLine['notices'] {
  if (!isActive) return ['withdrawn']
  const notices: CartLine['notices'] = []
  if (available !== null && available <= 0) notices.push('sold_out')
  else if (available !== null && available < quantity) notices.push('quantity_above_stock')
  if (currentPriceMinor > priceMinor) notices.push('price_up')
  if (currentPriceMinor < priceMinor) notices.push('price_down')
  return notices
}
