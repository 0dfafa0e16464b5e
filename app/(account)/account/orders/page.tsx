import type { Metadata } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { inputClass } from '@/app/_ui/field'
import { OrderCard } from '@/app/(account)/_parts/order-card'
import { orderStateNames } from '@/app/(account)/_parts/order-state'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { Pager } from '@/app/(account)/_parts/pager'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { listOrders } from '@/lib/orders/list-orders'
import { ListOrders } from '@/lib/orders/list-schemas'

export const instant = false

export const metadata: Metadata = { title: 'Your orders' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const YEARS_SHOWN = 6

export default async function OrdersPage({ searchParams }: Props) {
  // An address that was tampered with shows the list without its filters.
  const filled = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''))
  const query = ListOrders.safeParse(filled).data ?? ListOrders.parse({})
  const { data, next_cursor, prev_cursor } = await signedIn('/account/orders', (ctx) => listOrders(ctx, query))
  const { locale, timeZone } = await getSettings()
  const { status, year, search } = query
  const isFiltered = Boolean(status || year || search)
  const pageOf = (cursor: string | null) => (cursor ? `/account/orders?${filters({ status, year, search, cursor })}` : null)
  return (
    <>
      <PageHead title="Your orders">Follow what is on its way, and find what you bought before.</PageHead>
      <form action="/account/orders" className="mb-8 grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
        <label className="grid gap-1.5">
          <span className="font-medium text-sm">Search</span>
          <input type="search" name="search" defaultValue={search} placeholder="Number or product" maxLength={200} className={inputClass} />
        </label>
        <label className="grid gap-1.5">
          <span className="font-medium text-sm">Status</span>
          <select name="status" defaultValue={status ?? ''} className={inputClass}>
            <option value="">Any</option>
            {orderStateNames.map(({ status: value, word }) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1.5">
          <span className="font-medium text-sm">Year</span>
          <select name="year" defaultValue={year ?? ''} className={inputClass}>
            <option value="">Any</option>
            {Array.from({ length: YEARS_SHOWN }, (_, ago) => new Date().getFullYear() - ago).map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
        <button type="submit" className={button({ look: 'quiet', className: 'h-12 self-end' })}>
          Show
        </button>
      </form>
      {data.length === 0 ? (
        <div className="grid justify-items-start gap-4 rounded-lg bg-surface p-6 shadow-sm sm:p-8">
          <p className="measure text-muted">{isFiltered ? 'No order fits what you chose.' : 'You have not ordered anything yet.'}</p>
          {isFiltered ? (
            <Link href="/account/orders" prefetch={false} className={button({ look: 'quiet' })}>
              Show all orders
            </Link>
          ) : (
            <a href="/" className={button({})}>
              Look around
            </a>
          )}
        </div>
      ) : (
        <ul className="grid gap-4">
          {data.map((order) => (
            <OrderCard key={order.number} order={order} locale={locale} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <Pager label="Pages of orders" newer={pageOf(prev_cursor)} older={pageOf(next_cursor)} />
    </>
  )
}

function filters(values: Record<string, string | number | undefined>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
}
