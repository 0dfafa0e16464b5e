import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Badge } from '@/app/_ui/badge'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { orderState } from '@/app/(account)/_parts/order-state'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { moneyWords } from '@/app/(checkout)/_parts/money-words'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { TimeLeft } from '@/app/(checkout)/_parts/time-left'
import { OrderItems } from '@/app/(checkout)/orders/[number]/order-items'
import { OrderParcels } from '@/app/(checkout)/orders/[number]/order-parcels'
import { OrderSums } from '@/app/(checkout)/orders/[number]/order-sums'
import { OrderTimeline } from '@/app/(checkout)/orders/[number]/order-timeline'
import { getSettings } from '@/lib/catalog/cached'
import { deliveryDates } from '@/lib/core/delivery-window'
import { newId } from '@/lib/core/ids'
import { requireOrder } from '@/lib/orders/require-order'
import { requireUser } from '@/lib/platform/auth/can'
import { listReturns } from '@/lib/returns/list-returns'
import { CancelMyOrder } from './cancel-my-order'
import { OrderAgain } from './order-again'
import { OrderReturns } from './order-returns'

export const instant = false

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).number}` }
}

export default async function MyOrderPage({ params, searchParams }: Props) {
  const [{ number }, query, { locale, timeZone }] = await Promise.all([params, searchParams, getSettings()])
  const path = `/account/orders/${encodeURIComponent(number)}`
  // Typed by hand, in small letters: it has one address.
  if (number !== number.toUpperCase()) redirect(`/account/orders/${encodeURIComponent(number.toUpperCase())}` as Route)
  const { order, returns } = await signedIn(path, async (ctx) => {
    requireUser(ctx)
    const found = await requireOrder(ctx, { number })
    // Only what was delivered can come back; everything else is told by the order itself.
    return { order: found, returns: found.status === 'delivered' ? await listReturns(ctx, { number }) : null }
  })
  const { word, tone } = orderState(order)
  const arrives = deliveryDates(order.placed_at, order.totals.min_days, order.totals.max_days, locale, timeZone)
  const isOver = order.status === 'cancelled' || order.status === 'expired'
  const placed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(order.placed_at))
  return (
    <>
      <Link
        href="/account/orders"
        prefetch={false}
        className="no-print inline-block min-h-6 text-muted text-sm underline underline-offset-4 hover:text-ink"
      >
        All orders
      </Link>
      <div className="mt-3 mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="text-xl">Order {order.number}</h1>
            <Badge tone={tone}>{word}</Badge>
          </div>
          <p className="mt-2 text-muted">Placed {placed}</p>
        </div>
        <div className="no-print flex flex-wrap gap-3">
          {order.payment_status !== 'unpaid' && (
            <a href={`/orders/${order.number}/invoice`} className={button({ look: 'quiet', size: 'sm' })}>
              Invoice
            </a>
          )}
          {!order.is_payable && <OrderAgain number={order.number} formKey={newId()} />}
        </div>
      </div>
      {query.returned !== undefined && (
        <Notice tone="success" role="status" className="mb-8">
          We have your request. You see our answer here, on this page. Please keep the items as they are.
        </Notice>
      )}
      {order.is_payable && (
        <Notice tone="warning" className="no-print mb-8 grid justify-items-start gap-3">
          <p className="font-semibold">This order is not paid yet.</p>
          <TimeLeft untilIso={order.reserved_until} nowIso={new Date().toISOString()} />
          <a href={orderPath(order, 'pay')} className={button({})}>
            Pay now
          </a>
        </Notice>
      )}
      {isOver && (
        <Notice className="mb-8">
          {order.status === 'cancelled'
            ? 'This order was cancelled. '
            : 'The time to pay for this order is over, so its items went back on the shelf. '}
          {moneyWords(order)}
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          <OrderTimeline order={order} locale={locale} timeZone={timeZone} arrives={arrives} />
          <OrderParcels order={order} locale={locale} timeZone={timeZone} />
          <OrderItems order={order} locale={locale} isBuyer />
          {returns && <OrderReturns number={order.number} returns={returns} locale={locale} timeZone={timeZone} />}
        </div>
        <div className="grid content-start gap-8">
          <OrderSums order={order} timeZone={timeZone} />
          <CancelMyOrder
            number={order.number}
            isPaid={order.payment_status === 'paid' && order.totals.total.amount > 0}
            isCancellable={order.is_cancellable}
          />
        </div>
      </div>
    </>
  )
}
