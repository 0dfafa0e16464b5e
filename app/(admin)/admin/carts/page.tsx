import type { Metadata } from 'next'
import { ShoppingBagIcon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List, type Nothing } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { When } from '@/app/(admin)/_parts/when'
import { listLeftCarts } from '@/lib/cart/list-left-carts'
import { type LeftCart, ListLeftCarts } from '@/lib/cart/staff-schemas'
import { getSettings } from '@/lib/catalog/cached'
import { formatMoney } from '@/lib/core/format-money'

export const instant = false

export const metadata: Metadata = { title: 'Carts left behind' }

const path = '/admin/carts'

/** Whom the shop lost on the way to an order, what it would be worth, and whom its reminders brought back. */
export default async function LeftCartsPage({ searchParams }: { searchParams: PageQuery }) {
  const { locale } = await getSettings()
  const { query, page } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(ListLeftCarts, searchParams)
    return { query: asked, page: await listLeftCarts(ctx, asked) }
  })
  const { q, state, days } = query
  return (
    <Page>
      <PageHead title="Carts left behind" crumbs={[['Orders', '/admin/orders']]}>
        Carts with an e-mail address that nobody has touched for an hour. Who agreed to the shop’s mails is reminded of theirs.
      </PageHead>
      <List
        path={path}
        query={query}
        page={page}
        columns={columnsFor(locale)}
        noun={['cart', 'carts']}
        isFiltered={Boolean(q || state || days)}
        filters={
          <>
            <FilterSearch label="E-mail" value={q} />
            <FilterSelect
              name="state"
              label="State"
              any="Any state"
              value={state}
              choices={[
                ['open', 'Open'],
                ['recovered', 'Came back'],
              ]}
            />
            <FilterSelect
              name="days"
              label="Time"
              any="Any time"
              value={days}
              choices={[
                ['7', 'Last 7 days'],
                ['30', 'Last 30 days'],
                ['90', 'Last 90 days'],
              ]}
            />
          </>
        }
        nothing={nothing}
      >
        <DataTable label="Carts left behind" columns={columnsFor(locale)} rows={page.data} idOf={({ id }) => id} />
      </List>
    </Page>
  )
}

const nothing: Nothing = {
  icon: <ShoppingBagIcon />,
  none: [
    'No cart was left behind',
    'When somebody gives an e-mail address at checkout and goes away without an order, their cart stands here an hour later.',
  ],
  filtered: ['No cart matches', 'Take a filter away, or look for a part of the e-mail address.'],
}

const columnsFor = (locale: string): Column<LeftCart>[] => [
  {
    name: 'E-mail',
    cell: (cart) => (
      <span className="block min-w-0 max-w-80 max-sm:max-w-52">
        <span className="block truncate font-medium">{cart.email}</span>
        {/* What has columns of its own where there is room for them. */}
        <span className="block text-muted sm:hidden">
          <When at={cart.touched_at} style="day" />
        </span>
        <span className="block sm:hidden">
          <State {...cart} />
        </span>
      </span>
    ),
  },
  {
    name: 'Last touched',
    from: 'sm',
    cell: ({ touched_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={touched_at} />
      </span>
    ),
  },
  { name: 'State', from: 'sm', cell: (cart) => <State {...cart} /> },
  { name: 'Reminders', align: 'end', from: 'sm', cell: ({ reminders }) => reminders },
  { name: 'Items', align: 'end', from: 'lg', cell: ({ items }) => items.toLocaleString('en-US') },
  { name: 'Worth today', align: 'end', cell: ({ worth }) => <span className="font-medium">{formatMoney(worth, locale)}</span> },
]

function State({ order }: LeftCart) {
  if (!order) return <span className="text-muted">Open</span>
  return (
    <span>
      <span className="text-success">Came back: </span>
      <a href={`/admin/orders/${order}`} className="tabular whitespace-nowrap font-semibold underline underline-offset-4">
        {order}
      </a>
    </span>
  )
}
