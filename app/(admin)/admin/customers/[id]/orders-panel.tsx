import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import { PaymentBadge, StatusBadge } from '@/app/(admin)/admin/orders/_parts/order-words'
import { formatMoney } from '@/lib/core/format-money'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'

type Props = { customerId: string; orders: NonNullable<CustomerDetail['orders']>; count: number; locale: string }

/** The last orders; the rest is a filter away. */
export function OrdersPanel({ customerId, orders, count, locale }: Props) {
  return (
    <Panel
      id="orders"
      title="Orders"
      flush
      action={
        count > orders.length && (
          <a
            href={`/admin/orders?customer=${customerId}`}
            className="rounded-md font-semibold text-accent text-sm underline-offset-4 hover:underline"
          >
            All {count.toLocaleString('en-US')}
          </a>
        )
      }
    >
      {orders.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm sm:px-5">Nothing ordered yet.</p>
      ) : (
        <ul>
          {orders.map((order) => (
            <li key={order.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-3 text-sm sm:px-5">
              <a href={`/admin/orders/${order.number}`} className="tabular font-semibold underline-offset-4 hover:underline">
                {order.number}
              </a>
              <span className="text-muted">
                <When at={order.placed_at} />
              </span>
              <span className="flex flex-wrap gap-1.5">
                <StatusBadge {...order} />
                <PaymentBadge {...order} />
              </span>
              <span className="tabular ml-auto font-medium">{formatMoney(order.total, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
