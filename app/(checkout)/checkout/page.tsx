import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { readMyAddresses } from '@/lib/addresses/list-addresses'
import { viewCart } from '@/lib/cart/view-cart'
import { getSettings } from '@/lib/catalog/cached'
import { homeCountryOf, listCountries } from '@/lib/checkout/countries'
import { listShippingMethods } from '@/lib/checkout/list-shipping-methods'
import { paymentOptions } from '@/lib/payments/payment-options'
import { pageCtx } from '@/lib/web/page-context'
import { CheckoutForm } from './checkout-form'
import { EmptyCheckout } from './empty-checkout'
import { startingFields } from './starting-fields'

export const instant = false

export const metadata: Metadata = { title: 'Checkout' }

export default async function CheckoutPage() {
  await connection()
  const ctx = await pageCtx()
  const [cart, shippingMethods, { locale, timeZone }, addresses] = await Promise.all([
    viewCart(ctx),
    listShippingMethods(ctx),
    getSettings(),
    readMyAddresses(ctx),
  ])
  return (
    <div className="w-full">
      <h1 className="text-xl">Checkout</h1>
      {cart.lines.length === 0 ? (
        <EmptyCheckout />
      ) : (
        <CheckoutForm
          rendered={cart}
          countries={listCountries()}
          start={startingFields(cart, ctx.session, addresses, homeCountryOf(locale))}
          addresses={addresses}
          shippingChoices={shippingMethods}
          takesTestCards={takesTestCards()}
          placeKey={randomUUID()}
          payKey={randomUUID()}
          timeZone={timeZone}
          nowIso={new Date().toISOString()}
        />
      )}
    </div>
  )
}

/** Where Stripe is set up it is the way to pay, on the payment page; the test provider's cards are entered right here. */
function takesTestCards(): boolean {
  const { testCard, stripe } = paymentOptions()
  return testCard && !stripe
}
