import { variantTitle } from '@/lib/cart/cart-view'
import { type CartCoupon, type CartLineRow, type CartRow, usableCoupon } from '@/lib/cart/read-cart'
import { DomainError } from '@/lib/core/errors'
import type { CartId, CouponId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import type { Shortage } from '@/lib/inventory/reserve'
import type { OrderTotals } from '@/lib/pricing/compute-totals'
import { priceGoods } from '@/lib/pricing/price-goods'
import { type TotalsTerms, totalsView } from '@/lib/pricing/totals-view'
import type { ShippingMethod } from '@/lib/settings/read-settings'
import { shippingTo } from '@/lib/settings/shipping-of'
import type { PlaceOrder } from './schemas'

/** What shop and shopper agree on: these lines, at today's prices, for this total. */
export type Agreement = {
  cartId: CartId
  currency: string
  lines: CartLineRow[]
  method: ShippingMethod
  terms: TotalsTerms
  totals: OrderTotals
  /** The code that takes the discount off; null without one. */
  couponId: CouponId | null
  /** By the database's clock. */
  agreedAt: Date
}

/**
 * Prices the cart anew and holds it against what the shopper saw. Stock that is plainly gone is refused here, before anything is written;
 * `reserve` decides in the end, and so does `redeemCoupon` about a code that works now.
 * @throws conflict for an empty cart, invalid_input for the shipping method, out_of_stock, price_changed.
 */
export function requireAgreement(row: CartRow, input: PlaceOrder): Agreement {
  const { settings, cart, lines, readAt } = row
  if (!cart || lines.length === 0) throw emptyCart()
  const { country } = input.shipping_address
  const methods = shippingTo(settings, country)
  const method = methods.find(({ code }) => code === input.shipping_method)
  if (!method) throw noSuchMethod(methods)
  requireStock(lines)
  const { currency } = cart
  const today = lines.map((line) => ({ ...line, priceMinor: line.currentPriceMinor }))
  const price = (discount: CartCoupon | null) => priceGoods(settings, today, country, method, discount)
  const coupon = usableCoupon(row)
  const { totals, terms } = price(coupon)
  const changed = lines.filter((line) => line.priceMinor !== line.currentPriceMinor)
  const { amount, currency: expectedCurrency } = input.expected_total
  if (changed.length > 0 || amount !== totals.totalMinor || expectedCurrency !== currency) {
    const isSpent = cart.coupon !== null && coupon === null && amount === price(cart.coupon).totals.totalMinor
    throw priceChanged(changed, isSpent ? cart.coupon : null, totals, terms, currency)
  }
  const couponId = coupon && totals.discountMinor > 0 ? coupon.id : null
  return { cartId: cart.id, currency, lines: today, method, terms, totals, couponId, agreedAt: new Date(readAt) }
}

/** Somebody else used the code between our reading and our writing: says what the cart costs without it. */
export function refuseSpentCoupon(row: CartRow, input: PlaceOrder): never {
  const { cart } = row
  requireAgreement({ ...row, cart: cart?.coupon ? { ...cart, coupon: { ...cart.coupon, isUsable: false } } : cart }, input)
  throw new Error('A cart costs as much with a discount as without')
}

const NO_DELIVERY = 'We do not deliver to this country.'

export const emptyCart = () => new DomainError('conflict', { detail: 'Your cart is empty. Put something into it first.' })

function noSuchMethod(methods: ShippingMethod[]): DomainError {
  if (methods.length === 0) return new DomainError('invalid_input', { errors: [{ pointer: '/shipping_address/country', detail: NO_DELIVERY }] })
  return new DomainError('invalid_input', { errors: [{ pointer: '/shipping_method', detail: 'Choose how it should be delivered.' }] })
}

function requireStock(lines: CartLineRow[]): void {
  const withdrawn = lines.find((line) => !line.isActive)
  const short = lines.filter((line) => !line.isActive || (line.available !== null && line.available < line.quantity))
  if (short.length === 0) return
  throw new DomainError('out_of_stock', {
    detail: withdrawn ? `${withdrawn.name} is no longer sold. Take it out of your cart to go on.` : shortageSentence(short),
    extra: { lines: short.map(shortageOf) },
  })
}

const shortageOf = ({ variantId, quantity, available, isActive }: CartLineRow): Shortage => ({
  variant_id: variantId,
  requested: quantity,
  available: isActive ? (available ?? 0) : 0,
})

function shortageSentence(short: { name: string; available: number | null }[]): string {
  return short.map(({ name, available }) => (available ? `Only ${available} of ${name} left.` : `${name} is sold out.`)).join(' ')
}

function priceChanged(changed: CartLineRow[], spent: CartCoupon | null, totals: OrderTotals, terms: TotalsTerms, currency: string): DomainError {
  const lines = changed.map((line) => ({
    id: line.id,
    variant_id: line.variantId,
    name: line.name,
    variant_title: variantTitle(line),
    price: money(line.priceMinor, currency),
    current_price: money(line.currentPriceMinor, currency),
  }))
  const further = terms.discount ? 'what is in your cart, tax, delivery or the discount' : 'what is in your cart, tax or delivery'
  const why = spent
    ? `The code ${spent.code} was used for another order or has expired in the meantime, so it takes nothing off any more.`
    : changed.length > 0
      ? `The price has changed since you saw it: ${changed.map(({ name }) => name).join(', ')}.`
      : `The total is not the one you saw: ${further} has changed, perhaps in another tab.`
  return new DomainError('price_changed', {
    detail: `${why} Nothing was ordered. Please look at the new total.`,
    extra: { lines, totals: totalsView(totals, terms, currency) },
  })
}
