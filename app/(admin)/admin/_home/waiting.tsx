import type { ReactNode } from 'react'
import { classes } from '@/app/_ui/classes'
import { ChevronRightIcon, CircleCheckIcon } from '@/app/_ui/icons'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { formatMoney } from '@/lib/core/format-money'
import type { Home } from '@/lib/home/schemas'

type Props = { home: Home; days: string; locale: string }
type Task = { name: string; count: number; href?: string; tone?: 'warning' | 'danger'; more?: ReactNode }

/** What waits for somebody, the most urgent first; what is empty is not shown. */
export function Waiting({ home, days, locale }: Props) {
  const { orders, low_stock, failures, sales } = home
  const tasks: Task[] = [
    { name: 'Disputed payments', count: orders?.disputed ?? 0, href: '/admin/orders?payment_status=disputed', tone: 'danger' as const },
    { name: 'Refunds to pay by hand', count: failures?.refunds ?? 0, tone: 'danger' as const },
    { name: 'Mails that did not go', count: failures?.mails ?? 0, href: '/admin/operations/mails?status=trouble', tone: 'danger' as const },
    { name: 'Jobs that failed', count: failures?.jobs ?? 0, href: '/admin/operations/jobs?status=failed', tone: 'danger' as const },
    { name: 'Events that were given up', count: failures?.events ?? 0, href: '/admin/operations/events?state=parked', tone: 'danger' as const },
    { name: 'Orders to send', count: orders?.to_send ?? 0, href: '/admin/orders?status=to_send' },
    { name: 'Returns to decide', count: orders?.returns_to_decide ?? 0, href: '/admin/orders?return_status=requested', tone: 'warning' as const },
    { name: 'Returns to refund', count: orders?.returns_to_refund ?? 0, href: '/admin/orders?return_status=received', tone: 'warning' as const },
    { name: 'Reviews to read', count: home.reviews ?? 0, href: '/admin/reviews' },
    { name: 'Waiting for payment', count: orders?.unpaid ?? 0, href: '/admin/orders?status=pending' },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <Panel id="waiting" title="Waiting for you" flush>
        {tasks.length === 0 ? (
          <p className="flex items-center gap-2 px-4 pb-4 text-muted sm:px-5">
            <CircleCheckIcon className="text-success" />
            Nothing waits. All done.
          </p>
        ) : (
          <ul>
            {tasks.map((task) => (
              <li key={task.name} className="border-line border-t">
                <Row {...task} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {low_stock && low_stock.count > 0 && (
        <Panel
          id="low-stock"
          title={`Low stock: ${low_stock.count === 100 ? '100 or more' : low_stock.count}`}
          action={
            <a
              href="/admin/products?status=active&stock=low&sort=stock"
              className="font-semibold text-accent text-sm underline-offset-4 hover:underline"
            >
              See all
            </a>
          }
        >
          <ul className="grid gap-2 text-sm">
            {low_stock.products.map(({ id, name, quantity }) => (
              <li key={id} className="flex justify-between gap-4">
                <a href={`/admin/products/${id}`} className="truncate underline-offset-4 hover:underline">
                  {name}
                </a>
                <span className={classes('tabular whitespace-nowrap font-semibold', quantity === 0 ? 'text-danger' : 'text-warning')}>
                  {quantity === 0 ? 'sold out' : `${quantity} left`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {sales && (
        <Panel
          id="carts"
          title={`Carts left behind, ${days} days`}
          action={
            orders && (
              <a href={`/admin/carts?state=open&days=${days}`} className="font-semibold text-accent text-sm underline-offset-4 hover:underline">
                See all
              </a>
            )
          }
        >
          <p className="text-sm">
            <span className="tabular font-semibold">{sales.carts_left.count}</span> {sales.carts_left.count === 1 ? 'cart' : 'carts'} with an address,
            worth <span className="tabular font-semibold">{formatMoney(sales.carts_left.worth, locale)}</span>.
          </p>
          <p className="mt-1 text-muted text-sm">
            {sales.carts_left.recovered === 0 ? (
              'No reminder has brought one back in this time.'
            ) : (
              <>
                Reminders brought{' '}
                {orders ? (
                  <a href={`/admin/carts?state=recovered&days=${days}`} className="text-accent underline underline-offset-4">
                    {sales.carts_left.recovered} back
                  </a>
                ) : (
                  `${sales.carts_left.recovered} back`
                )}
                , worth {formatMoney(sales.carts_left.recovered_worth, locale)}.
              </>
            )}
          </p>
        </Panel>
      )}
    </>
  )
}

function Row({ name, count, href, tone }: Task) {
  const inside = (
    <>
      <span className="min-w-0 flex-1">{name}</span>
      <span className={classes('tabular font-semibold', tone === 'danger' && 'text-danger', tone === 'warning' && 'text-warning')}>
        {count.toLocaleString('en-US')}
      </span>
      {href && <ChevronRightIcon width="16" height="16" className="text-muted" />}
    </>
  )
  const look = 'flex min-h-11 items-center gap-3 px-4 text-sm sm:px-5'
  if (!href) return <div className={look}>{inside}</div>
  return (
    <a href={href} className={classes(look, 'hover:bg-sunken')}>
      {inside}
    </a>
  )
}
