'use client'

import { useIsFetching } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { AcceptChanges } from '@/app/_client/accept-changes'
import { ApiProblem } from '@/app/_client/cart-api'
import { useCart } from '@/app/_client/cart-query'
import { tellOtherTabs } from '@/app/_client/cart-signals'
import { CartTotals } from '@/app/_client/cart-totals'
import { keys } from '@/app/_client/keys'
import { useShop } from '@/app/_client/shop-context'
import { Button } from '@/app/_ui/button'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { SummaryAside, SummaryLines } from '@/app/(checkout)/_parts/order-summary'
import { TestCards } from '@/app/(checkout)/_parts/test-cards'
import type { CartView } from '@/lib/cart/schemas'
import type { Country, CountryName } from '@/lib/checkout/schemas'
import { formatMoney } from '@/lib/core/format-money'
import { idle } from '@/lib/web/action-state'
import { placeOrderAction } from './actions'
import { AddressFields } from './address-fields'
import { type Card, CardFields, checkCard, emptyCard } from './card-fields'
import { CheckoutField } from './checkout-field'
import { ErrorSummary } from './error-summary'
import { fieldsOfForm, forgetFields, keepFields } from './kept-fields'
import { orderOfFields } from './order-of-fields'
import { pay, place } from './place-and-pay'
import { type ShippingChoice, ShippingMethods, withShipping } from './shipping-methods'
import { useCheckoutFields } from './use-checkout-fields'

export type CheckoutProps = {
  rendered: CartView
  countries: CountryName[]
  /** The shop's own country, with which the form begins. */
  homeCountry: Country
  shippingChoices: ShippingChoice[]
  takesTestCards: boolean
  /** Made by the server for this page: pressing twice places once and pays once. */
  placeKey: string
  payKey: string
  timeZone: string
  nowIso: string
}

/** Contact, address, shipping, payment, and one button that says what it does. */
export function CheckoutForm(props: CheckoutProps) {
  const { rendered, countries, homeCountry, shippingChoices, takesTestCards, placeKey, payKey, timeZone, nowIso } = props
  const { locale } = useShop()
  const { data: cart = rendered, refetch } = useCart({ rendered })
  const isReading = useIsFetching({ queryKey: keys.cart }) > 0
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [state, placeForm] = useActionState(placeOrderAction, idle)
  const fields = useCheckoutFields(form, state, homeCountry, cart.email)
  const [method, setMethod] = useState(fields.initial.shipping_method ?? shippingChoices.find(({ isDefault }) => isDefault)?.code ?? '')
  const [card, setCard] = useState<Card>(emptyCard)
  const [cardTried, setCardTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [message, setMessage] = useState<string | null>(state.status === 'failed' ? state.message : null)

  const chosen = shippingChoices.find(({ code }) => code === method)
  const totals = chosen ? withShipping(cart.totals, chosen) : cart.totals
  const total = formatMoney(totals.total, locale)
  const cardErrors = takesTestCards && cardTried ? checkCard(card) : {}
  const errors = { ...fields.errors, ...Object.fromEntries(Object.entries(cardErrors).map(([field, text]) => [`card/${field}`, text])) }
  const hasProblem = message !== null || Object.keys(errors).length > 0

  // A page that comes back from the browser's memory after the order was placed would show an old cart.
  useEffect(() => {
    const reread = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    window.addEventListener('pageshow', reread)
    return () => window.removeEventListener('pageshow', reread)
  }, [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || !form.current) return
    setMessage(null)
    setCardTried(true)
    const found = fields.checkAll()
    if (found > 0 || (takesTestCards && Object.keys(checkCard(card)).length > 0)) return focusSummary()
    setIsBusy(true)
    try {
      const body = orderOfFields({
        ...fieldsOfForm(form.current),
        'expected_total/amount': totals.total.amount,
        'expected_total/currency': totals.total.currency,
      })
      const order = await place({ key: placeKey, body })
      forgetFields()
      tellOtherTabs()
      const next = await pay(order, takesTestCards ? card : null, payKey)
      // Who comes back from the bank without an answer finds the order there, not an empty checkout: its link is nowhere else yet.
      if (!next.startsWith('/')) window.history.replaceState(null, '', orderPath(order, 'pay'))
      window.location.assign(next)
    } catch (error) {
      setIsBusy(false)
      if (!(error instanceof ApiProblem)) throw error
      fields.showServerErrors(error.fieldErrors)
      setMessage(error.code === 'invalid_input' ? null : error.message)
      if (error.status === 409 || error.status === 404) await refetch()
      focusSummary()
    }
  }

  // After the summary has been rendered.
  const focusSummary = () => setTimeout(() => summary.current?.focus(), 0)

  return (
    <div className="mt-6 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,36rem)_24rem] lg:justify-between">
      <SummaryAside total={total}>
        <h2 className="mb-4 text-lg max-lg:sr-only">Your order</h2>
        <SummaryLines lines={cart.lines} locale={locale} />
        <div className="mt-5 border-line border-t pt-5">
          <CartTotals totals={totals} count={cart.count} timeZone={timeZone} nowIso={nowIso} isSettling={isReading} />
        </div>
        <a href="/cart" className="mt-4 inline-block min-h-6 text-muted text-sm underline underline-offset-4 hover:text-ink">
          Change the cart
        </a>
      </SummaryAside>

      <div className="min-w-0 lg:col-start-1 lg:row-start-1">
        {hasProblem && <ErrorSummary ref={summary} message={message} errors={errors} />}
        {!cart.is_buyable && (
          <Notice tone="warning" className="mb-6">
            <ChangedLines cart={cart} locale={locale} />
            <AcceptChanges cart={cart} label="Accept and continue" onAccepted={() => setMessage(null)} />
          </Notice>
        )}
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

          <Section title="Contact">
            <CheckoutField
              binding={fields.bind('email')}
              label="E-mail"
              type="email"
              inputMode="email"
              autoComplete="email"
              hint="So that we can reach you about this order. No account needed."
              required
            />
            <label className="flex min-h-6 items-start gap-3 text-sm">
              <input
                type="checkbox"
                name="marketing_consent"
                defaultChecked={fields.initial.marketing_consent === 'on'}
                className={checkboxClasses}
              />
              Tell me about new things now and then
            </label>
          </Section>

          <Section title="Where should it go?">
            <AddressFields
              kind="shipping"
              countries={countries}
              country={fields.country.shipping}
              onCountry={(code) => fields.setCountry('shipping', code)}
              bind={fields.bind}
            />
            <div className="billing grid gap-4">
              <label className="flex min-h-6 items-start gap-3 text-sm">
                <input
                  id="billing_same"
                  type="checkbox"
                  name="billing_same"
                  defaultChecked={fields.initial.billing_same !== undefined || !fields.wasSent}
                  className={checkboxClasses}
                />
                The billing address is the same
              </label>
              <fieldset className="billing-fields grid gap-4 border-line border-l-2 pl-5">
                <legend className="mb-4 font-semibold">Billing address</legend>
                <AddressFields
                  kind="billing"
                  countries={countries}
                  country={fields.country.billing}
                  onCountry={(code) => fields.setCountry('billing', code)}
                  bind={fields.bind}
                />
              </fieldset>
            </div>
          </Section>

          <Section title="How should it travel?">
            <ShippingMethods choices={shippingChoices} chosen={method} onChoose={setMethod} timeZone={timeZone} nowIso={nowIso} />
          </Section>

          <Section title="Payment">
            {takesTestCards ? (
              <>
                <div className="with-js grid gap-4">
                  <TestCards
                    onUse={(number) => setCard({ number: groupsOfFour(number), expiry: card.expiry || inAYear(nowIso), cvc: card.cvc || '123' })}
                  />
                  <CardFields card={card} errors={cardErrors} onChange={setCard} />
                </div>
                <p className="without-js">You enter your card on the next page. Nothing is charged before that.</p>
              </>
            ) : (
              <p>You pay on the next page, safely with Stripe. Your items are reserved for you meanwhile.</p>
            )}
          </Section>

          <div className="grid gap-3">
            <dl className="flex items-baseline justify-between gap-4 border-line border-t pt-5 text-lg lg:hidden">
              <dt>Total</dt>
              <dd className="tabular font-semibold">{total}</dd>
            </dl>
            <Button type="submit" size="lg" wide aria-disabled={isBusy} disabled={!cart.is_buyable}>
              {isBusy && <LoaderCircleIcon className="size-5 animate-spin" />}
              {isBusy ? 'One moment …' : <ButtonWords total={total} paysHere={takesTestCards} />}
            </Button>
            <p role="status" className="text-center text-muted text-sm">
              {isBusy ? 'Placing your order. Please keep this page open.' : 'You pay exactly this amount. You can cancel until the parcel leaves us.'}
            </p>
          </div>
        </form>
      </div>
    </div>
  )
}

const checkboxClasses = 'mt-0.5 size-5 shrink-0 accent-accent'

const inAYear = (nowIso: string) => `12/${String(new Date(nowIso).getUTCFullYear() + 1).slice(-2)}`

const groupsOfFour = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

function ButtonWords({ total, paysHere }: { total: string; paysHere: boolean }) {
  return (
    <>
      <span className="with-js">{paysHere ? `Pay ${total}` : `Place order, then pay ${total}`}</span>
      <span className="without-js">Place order, then pay {total}</span>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-4">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  )
}

/** What changed, line by line, in front of the one button that takes it over. */
function ChangedLines({ cart, locale }: { cart: CartView; locale: string }) {
  return (
    <ul className="mb-3 grid list-disc gap-1 pl-5 text-sm">
      {cart.lines
        .filter((line) => line.notices.length > 0)
        .map((line) => (
          <li key={line.id}>
            <strong>{line.name}</strong>: {line.notices.map((notice) => changeWords[notice](line, locale)).join(' ')}
          </li>
        ))}
    </ul>
  )
}

type Line = CartView['lines'][number]

const prices = (line: Line, locale: string) => `from ${formatMoney(line.price, locale)} to ${formatMoney(line.current_price, locale)}`

const changeWords: Record<Line['notices'][number], (line: Line, locale: string) => string> = {
  price_up: (line, locale) => `the price went up ${prices(line, locale)}.`,
  price_down: (line, locale) => `the price fell ${prices(line, locale)}.`,
  quantity_above_stock: (line) => `only ${line.available} left, you wanted ${line.quantity}.`,
  sold_out: () => 'sold out.',
  withdrawn: () => 'no longer offered.',
}
