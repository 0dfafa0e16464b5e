import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { readMyAddresses } from '@/lib/addresses/list-addresses'
import { viewCart } from '@/lib/cart/view-cart'
import { getSettings } from '@/lib/catalog/cached'
import { listCountries, requireCountry } from '@/lib/checkout/countries'
import { listDeliveryOptions } from '@/lib/checkout/list-delivery-options'
import { paymentOptions } from '@/lib/payments/payment-options'
import type { ShopSettings } from '@/lib/settings/read-settings'
import { pageCtx } from '@/lib/web/page-context'
import { CheckoutForm } from './checkout-form'
import { EmptyCheckout } from './empty-checkout'
import { startingFields } from './starting-fields'

export const instant = false

export const metadata: Metadata = { title: 'Checkout' }

export default async function CheckoutPage() {
  await connection()
  const ctx = await pageCtx()
  const [cart, { homeCountry, timeZone, paymentsOff }, addresses] = await Promise.all([viewCart(ctx), getSettings(), readMyAddresses(ctx)])
  const start = startingFields(cart, ctx.session, addresses, requireCountry(homeCountry))
  const { data: deliveryOptions } = await listDeliveryOptions(ctx, { country: start.countries.shipping.code })
  return (
    <div className="w-full">
      <h1 className="text-xl">Checkout</h1>
      {cart.lines.length === 0 ? (
        <EmptyCheckout />
      ) : (
        <CheckoutForm
          rendered={cart}
          countries={listCountries()}
          start={start}
          addresses={addresses}
          deliveryOptions={deliveryOptions}
          takesTestCards={takesTestCards(paymentsOff)}
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
function takesTestCards(paymentsOff: ShopSettings['paymentsOff']): boolean {
  const { testCard, stripe } = paymentOptions({ paymentsOff })
  return testCard && !stripe
}
