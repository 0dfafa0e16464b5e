import { randomUUID } from 'node:crypto'
import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { CartTotals } from '@/app/_client/cart-totals'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { type OrderPageProps, orderRequest } from '@/app/(checkout)/_parts/order-request'
import { SummaryAside, SummaryLines } from '@/app/(checkout)/_parts/order-summary'
import { paymentState } from '@/app/(checkout)/_parts/payment-state'
import { TimeLeft } from '@/app/(checkout)/_parts/time-left'
import { WaitingForBank } from '@/app/(checkout)/_parts/waiting-for-bank'
import { getSettings } from '@/lib/catalog/cached'
import { errorTitle } from '@/lib/core/errors'
import { formatMoney } from '@/lib/core/format-money'
import { paymentOptions } from '@/lib/payments/payment-options'
import { CardPayment } from './card-payment'
import { StripePayment } from './stripe-payment'

export const instant = false

export const metadata: Metadata = { title: 'Payment' }

export default async function PayPage(props: OrderPageProps) {
  const request = await orderRequest(props)
  const { order, query } = request
  const orderPage = orderPath(order) as Route
  if (order.status !== 'pending') redirect(orderPage)
  const [state, { locale, timeZone, paymentsOff }] = await Promise.all([paymentState(request), getSettings()])
  if (state.kind === 'paid') redirect(orderPath(order) as Route)
  // The reservation ran out: the order's page offers to put the items back into the cart.
  if (!order.is_payable && state.kind !== 'waiting') redirect(orderPage)

  const nowIso = new Date().toISOString()
  const total = formatMoney(order.totals.total, locale)
  const { stripe } = paymentOptions({ paymentsOff })
  const setback = state.kind === 'declined' ? state.message : problemWords(query.problem)
  const payment = { number: order.number, token: order.access_token, total, payKey: randomUUID(), nowIso, setback }
  return (
    <div className="w-full">
      <h1 className="text-xl">Payment</h1>
      <p className="mt-2 text-muted">Your order {order.number} is placed and waits for its payment.</p>
      <div className="mt-6 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,36rem)_24rem] lg:justify-between">
        <SummaryAside total={total}>
          <h2 className="mb-4 text-lg max-lg:sr-only">Your order</h2>
          <SummaryLines lines={order.lines} locale={locale} />
          <div className="mt-5 border-line border-t pt-5">
            <CartTotals totals={order.totals} count={order.total_items} timeZone={timeZone} nowIso={order.placed_at} />
          </div>
        </SummaryAside>
        <div className="grid min-w-0 content-start gap-6 lg:col-start-1 lg:row-start-1">
          {state.kind === 'waiting' ? (
            <WaitingForBank />
          ) : (
            <>
              {state.kind === 'challenge' && <Challenge actionUrl={state.actionUrl} />}
              <TimeLeft untilIso={order.reserved_until} nowIso={nowIso} />
              {stripe ? <StripePayment {...payment} publishableKey={stripe.publishableKey} /> : <CardPayment {...payment} />}
              <a href={orderPage} className="min-h-6 justify-self-start text-muted text-sm underline underline-offset-4 hover:text-ink">
                See the order, or cancel it
              </a>
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** A payment that the bank wants to have confirmed, when the shopper came back without having done so. */
function Challenge({ actionUrl }: { actionUrl: string }) {
  return (
    <Notice tone="warning" className="grid justify-items-start gap-3">
      <p>Your bank wants you to confirm the payment. Go on there, or use another card below.</p>
      <a href={actionUrl} className={button({ look: 'quiet', size: 'sm' })}>
        Go on at the bank
      </a>
    </Notice>
  )
}

/** What went wrong on the page before, and that it cost nothing. */
function problemWords(code: string | undefined): string | null {
  if (!code) return null
  if (code === 'unavailable') return 'The payment service did not answer. Nothing was charged, and your items are still held. Please try again.'
  return Object.hasOwn(errorTitle, code) ? `${errorTitle[code as keyof typeof errorTitle]}. Nothing was charged.` : null
}
