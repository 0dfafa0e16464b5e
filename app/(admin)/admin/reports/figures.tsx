import { Tile } from '@/app/_ui/tile'
import { changeOf } from '@/app/(admin)/_parts/change-of'
import type { Report } from '@/lib/analytics/schemas'
import { formatMoney } from '@/lib/core/format-money'

type Props = { report: Report; locale: string }

/** What the days came to, against as many days before them. */
export function Figures({ report: { total, before, days }, locale }: Props) {
  const earlier = before.total
  const inMoney = (amount: number) => formatMoney({ amount, currency: total.revenue.currency }, locale)
  const average = (of: typeof total) => (of.average ? inMoney(of.average.amount) : '–')
  const inPercent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
  return (
    <section
      aria-label={days.length === 1 ? 'In all, against the day before' : `In all, against the ${days.length} days before`}
      className="mb-4 grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3 xl:grid-cols-5"
    >
      <Tile
        label="Revenue"
        value={inMoney(total.revenue.amount)}
        change={changeOf(total.revenue.amount, earlier.revenue.amount)}
        hint={`${inMoney(earlier.revenue.amount)} before`}
      />
      <Tile
        label="After refunds"
        value={inMoney(total.net.amount)}
        change={changeOf(total.net.amount, earlier.net.amount)}
        hint={
          <>
            {inMoney(earlier.net.amount)} before
            {total.refunds.amount > 0 && <span className="basis-full text-ink">{inMoney(total.refunds.amount)} given back</span>}
          </>
        }
      />
      <Tile
        label="Orders"
        value={total.orders.toLocaleString(locale)}
        change={changeOf(total.orders, earlier.orders)}
        hint={`${earlier.orders.toLocaleString(locale)} before`}
      />
      <Tile
        label="Average order"
        value={average(total)}
        change={total.average && earlier.average && changeOf(total.average.amount, earlier.average.amount)}
        hint={earlier.average ? `${average(earlier)} before` : 'No order before'}
      />
      <Tile
        label="Carts that were paid"
        value={total.conversion === null ? '–' : inPercent(total.conversion)}
        change={total.conversion === null ? null : changeOf(total.conversion, earlier.conversion ?? 0)}
        hint={earlier.conversion === null ? 'No cart before' : `${inPercent(earlier.conversion)} before`}
      />
    </section>
  )
}
