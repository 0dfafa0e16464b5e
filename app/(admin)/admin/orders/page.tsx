import type { Metadata } from 'next'
import { ReceiptTextIcon, Undo2Icon } from '@/app/_ui/icons'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { type Column, DataTable } from '@/app/(admin)/_parts/data-table'
import { FilterRange, FilterSearch, FilterSelect } from '@/app/(admin)/_parts/filters'
import { List, type Nothing } from '@/app/(admin)/_parts/list'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf, withQuery } from '@/app/(admin)/_parts/query'
import { RunningTask } from '@/app/(admin)/_parts/running-task'
import { When } from '@/app/(admin)/_parts/when'
import { getSettings } from '@/lib/catalog/cached'
import { formatMoney } from '@/lib/core/format-money'
import { listAllOrders } from '@/lib/orders/list-all-orders'
import type { StaffOrderSummary } from '@/lib/orders/staff-schemas'
import { can } from '@/lib/platform/auth/can'
import { fulfilmentWords, PaymentBadge, paymentWords, StatusBadge, statusWords } from './_parts/order-words'
import { SendSelected } from './_parts/send-selected'
import { inMinorUnits, isFiltered, OrdersQuery } from './orders-query'

export const instant = false

export const metadata: Metadata = { title: 'Orders' }

const path = '/admin/orders'

export default async function OrdersPage({ searchParams }: { searchParams: PageQuery }) {
  const { locale, currency } = await getSettings()
  const { query, page, maySend } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(OrdersQuery, searchParams)
    return { query: asked, page: await listAllOrders(ctx, inMinorUnits(asked, currency)), maySend: can(ctx.actor, 'orders.fulfil') }
  })
  const asText = withQuery('', inMinorUnits(query, currency), { page_size: null }).slice(1)
  const table = (
    <DataTable
      label="Orders"
      columns={columnsFor(locale)}
      rows={page.data}
      idOf={({ number }) => number}
      hrefOf={({ number }) => `${path}/${number}`}
      nameOf={maySend ? ({ number }) => `order ${number}` : undefined}
    />
  )
  return (
    <Page>
      <PageHead title="Orders" />
      <RunningTask label="Orders are being marked as sent" unit="orders" done="sent" />
      <List
        path={path}
        query={query}
        page={page}
        columns={columnsFor(locale)}
        noun={['order', 'orders']}
        csv="/api/v1/admin/orders/export"
        isFiltered={isFiltered(query)}
        filters={
          <>
            <FilterSearch label="Number, e-mail or name" value={query.q} />
            <FilterSelect name="status" label="Status" any="Any status" value={query.status} choices={statusChoices(query.status)} />
            <FilterSelect
              name="payment_status"
              label="Payment"
              any="Any payment"
              value={query.payment_status}
              choices={Object.entries(paymentWords)}
            />
            <FilterSelect
              name="fulfillment_status"
              label="Parcels"
              any="Any parcels"
              value={query.fulfillment_status}
              choices={Object.entries(fulfilmentWords)}
            />
            <FilterSelect
              name="return_status"
              label="Returns"
              any="Any returns"
              value={query.return_status}
              choices={[
                ['requested', 'Return to decide'],
                ['approved', 'Return on its way'],
                ['received', 'Return to refund'],
              ]}
            />
            <FilterRange
              label="Placed"
              type="date"
              from={{ name: 'from', value: query.from, label: 'From' }}
              to={{ name: 'to', value: query.to, label: 'To' }}
            />
            {(query.paid_from || query.paid_to) && (
              <FilterRange
                label="Paid"
                type="date"
                from={{ name: 'paid_from', value: query.paid_from, label: 'Paid from' }}
                to={{ name: 'paid_to', value: query.paid_to, label: 'to' }}
              />
            )}
            <FilterRange
              label="Total"
              type="number"
              step="0.01"
              from={{ name: 'min', value: query.min?.toString(), label: 'Total from' }}
              to={{ name: 'max', value: query.max?.toString(), label: 'to' }}
            />
            {query.customer && <input type="hidden" name="customer" value={query.customer} />}
          </>
        }
        nothing={nothing}
      >
        {maySend ? (
          <SendSelected total={page.total} isTotalExact={page.total_is_exact} query={asText}>
            {table}
          </SendSelected>
        ) : (
          table
        )}
      </List>
    </Page>
  )
}

/** What is paid is to send unless it was given back; that difference stands in the list only for who has asked for it. */
const statusChoices = (chosen: OrdersQuery['status']): [string, string][] => [
  ['to_send', 'To send'],
  ...Object.entries({ ...statusWords, paid: 'Paid, not all sent' }).filter(([status]) => status !== 'paid' || chosen === 'paid'),
]

const nothing: Nothing = {
  icon: <ReceiptTextIcon />,
  none: ['The first order will stand here', 'As soon as somebody buys something you see it here: what to send, to whom, and whether it is paid.'],
  filtered: ['No order matches', 'Take a filter away, or look for a part of the number, the e-mail address or the name.'],
}

const columnsFor = (locale: string): Column<StaffOrderSummary>[] => [
  {
    name: 'Order',
    cell: (order) => (
      <>
        <span className="tabular whitespace-nowrap">{order.number}</span>
        {/* What has columns of its own where there is room for them. */}
        <span className="block font-normal sm:hidden">
          <span className="block max-w-44 truncate text-muted">{order.customer.name}</span>
          <span className="mt-1 block">
            <Standing order={order} />
          </span>
        </span>
      </>
    ),
  },
  {
    name: 'Customer',
    from: 'sm',
    cell: ({ customer }) => (
      <span className="block min-w-0 max-w-64">
        <span className="block truncate font-medium">{customer.name}</span>
        <span className="block truncate text-muted">{customer.email}</span>
      </span>
    ),
  },
  {
    name: 'Placed',
    from: 'sm',
    cell: ({ placed_at }) => (
      <span className="whitespace-nowrap text-muted">
        <When at={placed_at} />
      </span>
    ),
  },
  { name: 'Status', from: 'sm', cell: (order) => <Standing order={order} /> },
  { name: 'Payment', from: 'sm', cell: (order) => <PaymentBadge {...order} /> },
  { name: 'Items', align: 'end', from: 'lg', cell: ({ total_items }) => total_items },
  { name: 'Total', align: 'end', cell: ({ total }) => <span className="font-medium">{formatMoney(total, locale)}</span> },
]

/** Where it stands, and whether something comes back. */
function Standing({ order }: { order: StaffOrderSummary }) {
  return (
    <span className="flex flex-wrap items-center gap-1">
      <StatusBadge {...order} />
      {order.has_open_return && (
        <span className="inline-flex items-center gap-1 whitespace-nowrap text-sm text-warning">
          <Undo2Icon width="14" height="14" />
          Return
        </span>
      )}
    </span>
  )
}
