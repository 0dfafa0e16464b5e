'use client'

import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useCart } from '@/app/_client/cart-query'
import { CartTotals } from '@/app/_client/cart-totals'
import { CouponForm } from '@/app/_client/coupon-form'
import { keys } from '@/app/_client/keys'
import { useShop } from '@/app/_client/shop-context'
import { useServerAction } from '@/app/_client/use-server-action'
import { SummaryAside, SummaryLines } from '@/app/(checkout)/_parts/order-summary'
import type { AddressView } from '@/lib/addresses/schemas'
import type { CartView } from '@/lib/cart/schemas'
import type { CountryName, DeliveryOption } from '@/lib/checkout/schemas'
import { formatMoney } from '@/lib/core/format-money'
import type { ActionState } from '@/lib/web/action-state'
import { placeOrderAction } from './actions'
import { AddressSection } from './address-section'
import { type Card, emptyCard } from './card-fields'
import { ChangedLines } from './changed-lines'
import { CheckoutSection } from './checkout-section'
import { ContactSection } from './contact-section'
import { EmptyCheckout } from './empty-checkout'
import { ErrorSummary } from './error-summary'
import { keepFields } from './kept-fields'
import { PayButton } from './pay-button'
import { PaymentSection } from './payment-section'
import { ShippingMethods } from './shipping-methods'
import type { Start } from './starting-fields'
import { useCheckoutFields } from './use-checkout-fields'
import { useDeliveryOptions } from './use-delivery-options'
import { usePlaceAndPay } from './use-place-and-pay'

export type CheckoutProps = {
  rendered: CartView
  countries: CountryName[]
  start: Start
  /** Of the account, when somebody is signed in. */
  addresses: AddressView[]
  /** To the country that the form begins with. */
  deliveryOptions: DeliveryOption[]
  takesTestCards: boolean
  /** Made by the server for this page: pressing twice places once and pays once. */
  placeKey: string
  payKey: string
  timeZone: string
  nowIso: string
}

/** Contact, address, shipping, payment, and one button that says what it does. */
export function CheckoutForm(props: CheckoutProps) {
  const { rendered, countries, start, addresses, deliveryOptions, takesTestCards, placeKey, payKey, timeZone, nowIso } = props
  const { locale } = useShop()
  const [isBusy, setIsBusy] = useState(false)
  const { data: newest = rendered, refetch } = useCart({ rendered })
  // Its lines have become the order's while that is paid: what is paid for stays in sight.
  const cart = useHeld(newest, isBusy)
  const isReading = useIsFetching({ queryKey: keys.cart }) > 0
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [state, placeForm] = useServerAction(placeOrderAction)
  const fields = useCheckoutFields(form, state, start)
  const { code: country, name: countryName } = fields.country.shipping
  const delivery = useDeliveryOptions(country, cart.version, {
    version: rendered.version,
    ...renderedOptions(state, { country: start.countries.shipping.code, options: deliveryOptions }),
  })
  const options = useHeld(delivery.options, isBusy)
  const [method, setMethod] = useState(fields.initial.shipping_method)
  const [card, setCard] = useState<Card>(emptyCard)
  useRereadAfterReturn()

  const chosen = options.find(({ code }) => code === method) ?? options[0]
  const totals = chosen?.totals ?? cart.totals
  const total = formatMoney(totals.total, locale)
  const wayToPay = totals.total.amount === 0 ? 'nothing' : takesTestCards ? 'test_card' : 'next_page'
  const { submit, message, forgetMessage, cardErrors } = usePlaceAndPay({
    form,
    fields,
    card: wayToPay === 'test_card' ? card : null,
    total: totals.total,
    isBusy,
    setIsBusy,
    placeKey,
    payKey,
    firstMessage: state.status === 'failed' ? state.message : null,
    rereadCart: () => Promise.all([refetch(), delivery.refetch()]),
    // After the summary has been rendered.
    onRefused: () => setTimeout(() => summary.current?.focus(), 0),
  })
  const errors = { ...fields.errors, ...Object.fromEntries(Object.entries(cardErrors).map(([field, text]) => [`card/${field}`, text])) }
  // Bought, emptied or sold out since, here or elsewhere.
  if (cart.lines.length === 0) return <EmptyCheckout wasFilled wasSignedIn={start.isSignedIn} />
  const hasProblem = message !== null || Object.keys(errors).length > 0

  return (
    <div className="mt-6 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,36rem)_24rem] lg:justify-between">
      <SummaryAside total={total}>
        <h2 className="mb-4 text-lg max-lg:sr-only">Your order</h2>
        <SummaryLines lines={cart.lines} locale={locale} />
        <div className="mt-5 border-line border-t pt-5">
          <CartTotals totals={totals} count={cart.count} timeZone={timeZone} nowIso={nowIso} isSettling={isReading} />
        </div>
        {/* Without JavaScript its answer would be a new page, without what was typed into the form. */}
        <div className="with-js mt-4">
          <CouponForm cart={cart} />
        </div>
        <p className="without-js mt-4 text-muted text-sm">A discount code is entered in the cart, before you go on here.</p>
        <a href="/cart" className="mt-4 inline-block min-h-6 text-muted text-sm underline underline-offset-4 hover:text-ink">
          Change the cart
        </a>
      </SummaryAside>

      <div className="min-w-0 lg:col-start-1 lg:row-start-1">
        {hasProblem && <ErrorSummary ref={summary} message={message} errors={errors} />}
        {!cart.is_buyable && <ChangedLines cart={cart} locale={locale} onAccepted={forgetMessage} />}
        <form
          ref={form}
          action={placeForm}
          onSubmit={submit}
          onInput={(event) => {
            keepFields(event.currentTarget)
            fields.clearFixed(event.target)
          }}
          noValidate
          className="grid gap-10"
        >
          <input type="hidden" name="idempotency_key" value={placeKey} />
          <input type="hidden" name="expected_total/amount" value={totals.total.amount} />
          <input type="hidden" name="expected_total/currency" value={totals.total.currency} />
          <ContactSection fields={fields} isSignedIn={start.isSignedIn} />
          <AddressSection fields={fields} countries={countries} addresses={addresses} />
          <CheckoutSection title="How should it travel?">
            <ShippingMethods options={options} chosen={chosen?.code} country={countryName} onChoose={setMethod} timeZone={timeZone} nowIso={nowIso} />
          </CheckoutSection>
          <PaymentSection way={wayToPay} card={card} errors={cardErrors} onChange={setCard} nowIso={nowIso} />
          <PayButton total={total} way={wayToPay} isBusy={isBusy} isDisabled={!cart.is_buyable || !chosen} />
        </form>
      </div>
    </div>
  )
}

/** After a refusal without JavaScript: those to the country that was chosen. */
function renderedOptions(state: ActionState, first: { country: string; options: DeliveryOption[] }) {
  const refused = state.status === 'failed' ? (state.extra.delivery as typeof first | undefined) : undefined
  return refused ?? first
}

/** The value as it was when it began to be held. */
function useHeld<T>(value: T, isHeld: boolean): T {
  const [held, setHeld] = useState(value)
  if (!isHeld && held !== value) setHeld(value)
  return isHeld ? held : value
}

/** A page that comes back from the browser's memory after the order was placed would show an old cart. */
function useRereadAfterReturn(): void {
  useEffect(() => {
    const reread = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    window.addEventListener('pageshow', reread)
    return () => window.removeEventListener('pageshow', reread)
  }, [])
}
