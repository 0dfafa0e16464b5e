import { Tile } from '@/app/_ui/tile'
import { changeOf } from '@/app/(admin)/_parts/change-of'
import { formatMoney } from '@/lib/core/format-money'
import type { Home } from '@/lib/home/schemas'

type Props = { sales: NonNullable<Home['sales']>; locale: string; seesOrders: boolean }

/** Each figure leads to its list, for who may open it. */
export function Today({ sales: { today, last_week, days }, locale, seesOrders }: Props) {
  const date = days.at(-1)?.day
  const orders = seesOrders ? { href: `/admin/orders?paid_from=${date}&paid_to=${date}` } : {}
  const average = (of: typeof today) => (of.orders === 0 ? 0 : Math.round(of.revenue.amount / of.orders))
  const conversion = (of: typeof today) => (of.carts === 0 ? 0 : of.carts_ordered / of.carts)
  const inMoney = (amount: number) => formatMoney({ amount, currency: today.revenue.currency }, locale)
  const inPercent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
  return (
    <section aria-label="Today, against the same day last week up to this hour" className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Tile
        label="Revenue today"
        value={inMoney(today.revenue.amount)}
        change={changeOf(today.revenue.amount, last_week.revenue.amount)}
        hint={
          <>
            {inMoney(last_week.revenue.amount)} last week by now
            {today.given_back.amount > 0 && <span className="basis-full text-ink">{inMoney(today.given_back.amount)} given back</span>}
          </>
        }
        {...orders}
      />
      <Tile
        label="Orders today"
        value={today.orders}
        change={changeOf(today.orders, last_week.orders)}
        hint={`${last_week.orders} last week by now`}
        {...orders}
      />
      <Tile
        label="Average order"
        value={inMoney(average(today))}
        change={changeOf(average(today), average(last_week))}
        hint={`${inMoney(average(last_week))} last week`}
        {...orders}
      />
      <Tile
        label="Carts that became orders"
        value={inPercent(conversion(today))}
        change={changeOf(conversion(today), conversion(last_week))}
        hint={`${inPercent(conversion(last_week))} last week by now`}
        {...(seesOrders && { href: '/admin/carts' })}
      />
    </section>
  )
}
