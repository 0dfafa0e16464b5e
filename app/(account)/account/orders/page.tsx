import type { Metadata } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { Field, Select, TextField } from '@/app/_ui/field'
import { SearchIcon, ShoppingBagIcon } from '@/app/_ui/icons'
import { EmptyState } from '@/app/(account)/_parts/empty-state'
import { OrderCard } from '@/app/(account)/_parts/order-card'
import { orderStateNames } from '@/app/(account)/_parts/order-state'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { Pager } from '@/app/(account)/_parts/pager'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { getSettings } from '@/lib/catalog/cached'
import { firstYear } from '@/lib/orders/first-year'
import { listOrders } from '@/lib/orders/list-orders'
import { ListOrders } from '@/lib/orders/list-schemas'
import { parseInput } from '@/lib/web/input'

export const instant = false

export const metadata: Metadata = { title: 'Your orders' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function OrdersPage({ searchParams }: Props) {
  const filled = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''))
  const { query, page, since } = await signedIn('/account/orders', async (ctx) => {
    const input = parseInput(ListOrders, filled)
    const [orders, year] = await Promise.all([listOrders(ctx, input), firstYear(ctx)])
    return { query: input, page: orders, since: year }
  })
  const { data, next_cursor, prev_cursor } = page
  const { locale, timeZone } = await getSettings()
  const { status, year, search } = query
  const isFiltered = Boolean(status || year || search)
  const pageOf = (cursor: string | null) => (cursor ? `/account/orders?${filters({ status, year, search, cursor })}` : null)
  return (
    <>
      <PageHead title="Your orders">Follow what is on its way, and find what you bought before.</PageHead>
      {(data.length > 0 || isFiltered || query.cursor) && <OrderFilters status={status} year={year} search={search} since={since} />}
      {data.length === 0 ? (
        <NoOrders isFiltered={isFiltered} />
      ) : (
        <ul className="grid gap-4">
          {data.map((order) => (
            <OrderCard key={order.number} level="h2" order={order} locale={locale} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <Pager label="Pages of orders" newer={pageOf(prev_cursor)} older={pageOf(next_cursor)} />
    </>
  )
}

function OrderFilters({ status, year, search, since }: Pick<ListOrders, 'status' | 'year' | 'search'> & { since: number }) {
  const thisYear = new Date().getFullYear()
  return (
    <form action="/account/orders" className="mb-8 grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <TextField
        id="order-search"
        type="search"
        name="search"
        label="Search"
        defaultValue={search}
        placeholder="Number or product"
        maxLength={200}
        fieldClassName="max-sm:col-span-2"
      />
      <Field
        id="order-status"
        label="Status"
        control={(ties) => (
          <Select {...ties} name="status" defaultValue={status ?? ''}>
            <option value="">Any</option>
            {orderStateNames.map(({ status: value, word }) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        )}
      />
      <Field
        id="order-year"
        label="Year"
        control={(ties) => (
          <Select {...ties} name="year" defaultValue={year ?? ''}>
            <option value="">Any</option>
            {Array.from({ length: Math.max(thisYear - since, 0) + 1 }, (_, ago) => thisYear - ago).map((value) => (
              <option key={value}>{value}</option>
            ))}
          </Select>
        )}
      />
      <button type="submit" className={button({ look: 'quiet', className: 'h-12 self-end max-sm:col-span-2' })}>
        Show
      </button>
    </form>
  )
}

function NoOrders({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    const all = (
      <Link href="/account/orders" prefetch={false} className={button({ look: 'quiet' })}>
        Show all orders
      </Link>
    )
    return (
      <EmptyState icon={<SearchIcon />} title="No order fits what you chose" action={all}>
        Try another word, status or year. Numbers look like HS-100042.
      </EmptyState>
    )
  }
  const shop = (
    <a href="/" className={button({})}>
      Look around
    </a>
  )
  return (
    <EmptyState icon={<ShoppingBagIcon />} title="Nothing ordered yet" action={shop}>
      Once you have, you follow, cancel, return and reorder it here.
    </EmptyState>
  )
}

function filters(values: Record<string, string | number | undefined>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
}
