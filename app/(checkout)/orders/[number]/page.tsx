import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { CircleCheckIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { moneyWords } from '@/app/(checkout)/_parts/money-words'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { type OrderPageProps, orderRequest } from '@/app/(checkout)/_parts/order-request'
import { paymentState } from '@/app/(checkout)/_parts/payment-state'
import { TimeLeft } from '@/app/(checkout)/_parts/time-left'
import { WaitingForBank } from '@/app/(checkout)/_parts/waiting-for-bank'
import { getSettings } from '@/lib/catalog/cached'
import { deliveryDates } from '@/lib/core/delivery-window'
import { newId } from '@/lib/core/ids'
import { findOrder } from '@/lib/orders/find-order'
import { isErased } from '@/lib/orders/is-erased'
import type { OrderView } from '@/lib/orders/schemas'
import { CancelOrder } from './cancel-order'
import { CreateAccount } from './create-account'
import { OrderItems } from './order-items'
import { OrderParcels } from './order-parcels'
import { OrderSums } from './order-sums'
import { OrderTimeline } from './order-timeline'
import { PrintButton } from './print-button'
import { PutBack } from './put-back'

export const instant = false

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  return { title: `Order ${(await params).number}` }
}

/** Confirmation and tracking: the same address from the moment of payment until the parcel is there. */
export default async function OrderPage(props: OrderPageProps) {
  const request = await orderRequest(props)
  const payment = request.order.status === 'pending' ? await paymentState(request) : null
  // Settled just now: what is shown has to be read again.
  const { order } = payment?.kind === 'paid' ? await orderRequest(props) : request
  const { locale, timeZone } = await getSettings()
  const nowIso = new Date().toISOString()
  const isConfirmation = order.status === 'paid' && wasPaidJustNow(order, nowIso)
  // Only they find the order without its link; who else has the link bought nothing.
  const isBuyer =
    order.status === 'delivered' && request.ctx.session !== undefined && (await findOrder(request.ctx, { number: order.number })) !== null
  const arrives = deliveryDates(order.placed_at, order.totals.min_days, order.totals.max_days, locale, timeZone)
  const placed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(order.placed_at))
  return (
    // Another status is another page: it is drawn anew instead of being moved about under the reader's eyes.
    <div key={order.status} className="w-full">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          {isConfirmation && <CircleCheckIcon className="mb-3 size-10 text-success" />}
          <h1 className="text-xl">{isConfirmation ? `Thank you, ${firstName(order)}. Your order is in.` : `Order ${order.number}`}</h1>
          <p className="mt-2 text-muted">
            {isConfirmation && <span className="tabular">Order {order.number}. </span>}Placed {placed}
          </p>
        </div>
        <div className="no-print flex flex-wrap gap-3">
          {order.payment_status !== 'unpaid' && (
            <a href={orderPath(order, 'invoice')} className={button({ look: 'quiet', size: 'sm' })}>
              Invoice
            </a>
          )}
          <PrintButton />
        </div>
      </div>

      {payment?.kind === 'waiting' && order.status === 'pending' && <WaitingForBank />}
      {payment?.kind !== 'waiting' && <Standing order={order} nowIso={nowIso} arrives={arrives} />}

      <div className="mt-8 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-10">
          <OrderTimeline order={order} locale={locale} timeZone={timeZone} arrives={arrives} />
          <OrderParcels order={order} locale={locale} timeZone={timeZone} />
          <OrderItems order={order} locale={locale} isBuyer={isBuyer} />
        </div>
        <div className="grid content-start gap-8">
          <OrderSums order={order} timeZone={timeZone} />
          <p className="text-muted text-sm">
            {isErased(order) ? (
              'Name, address and e-mail of this order were erased.'
            ) : (
              <>
                We reach you at <span className="text-ink">{order.email}</span>.
              </>
            )}{' '}
            Keep the address of this page: it opens your order from any device.
          </p>
          {!request.ctx.session && order.payment_status === 'paid' && !isErased(order) && (
            <CreateAccount number={order.number} token={order.access_token} email={order.email} />
          )}
          <CancelOrder
            number={order.number}
            token={order.access_token}
            isPaid={order.payment_status === 'paid' && order.totals.total.amount > 0}
            isCancellable={order.is_cancellable}
          />
        </div>
      </div>
    </div>
  )
}

const JUST_NOW_MS = 15 * 60_000

/** Then this is the confirmation, however the shopper came here: from our form, from the bank, or after waiting. */
function wasPaidJustNow({ history }: OrderView, nowIso: string): boolean {
  const paid = history.find(({ status }) => status === 'paid')
  return paid !== undefined && Date.parse(nowIso) - Date.parse(paid.at) < JUST_NOW_MS
}

/** Where the order stands, in one sentence, with the way on. */
function Standing({ order, nowIso, arrives }: { order: OrderView; nowIso: string; arrives: string }) {
  if (order.status === 'pending' && order.is_payable) {
    return (
      <Notice tone="warning" className="no-print mt-6 grid justify-items-start gap-3">
        <p className="font-semibold">This order is not paid yet.</p>
        <TimeLeft untilIso={order.reserved_until} nowIso={nowIso} />
        <a href={orderPath(order, 'pay')} className={button({})}>
          Pay now
        </a>
      </Notice>
    )
  }
  if (order.status === 'pending' || order.status === 'expired') {
    return (
      <Notice tone="warning" className="mt-6 grid justify-items-start gap-3">
        <p>The time to pay for this order is over, so its items went back on the shelf. Nothing was charged.</p>
        <PutBack number={order.number} token={order.access_token} formKey={newId()} />
      </Notice>
    )
  }
  if (order.status === 'cancelled') {
    return (
      <Notice className="mt-6 grid justify-items-start gap-3">
        <p>This order was cancelled. {moneyWords(order)}</p>
        <PutBack number={order.number} token={order.access_token} formKey={newId()} />
      </Notice>
    )
  }
  if (order.payment_status === 'refunded') {
    return (
      <Notice role="status" className="mt-6">
        {moneyWords(order)}
      </Notice>
    )
  }
  const words = {
    paid: `We are packing your order. It arrives ${arrives}.`,
    shipped: `Your parcel is on its way. It arrives ${arrives}.`,
    delivered: 'Your parcel was delivered.',
  }
  return (
    <Notice tone="success" role="status" className="mt-6">
      {words[order.status]}
    </Notice>
  )
}

const firstName = (order: OrderView) => order.shipping_address.full_name.split(' ')[0]
