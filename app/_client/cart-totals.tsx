'use client'

import type { ReactNode } from 'react'
import { classes } from '@/app/_ui/classes'
import type { Totals } from '@/lib/cart/schemas'
import { deliveryDates, deliveryWindow } from '@/lib/core/delivery-window'
import { discountWords } from '@/lib/core/discount-words'
import { formatMoney } from '@/lib/core/format-money'
import { useShop } from './shop-context'

type Props = {
  totals: Totals
  count: number
  timeZone?: string
  nowIso: string
  isSettling?: boolean
  /** When it arrives: in days from today, as dates, or not at all because it arrived or never will. */
  arrival?: 'days' | 'dates' | 'none'
}

/** What it costs and why, line by line, before anybody has to fill in a form. */
export function CartTotals({ totals, count, timeZone, nowIso, isSettling = false, arrival = 'days' }: Props) {
  const { locale } = useShop()
  const { subtotal, shipping, discount, total } = totals
  const arrives = (arrival === 'dates' ? deliveryDates : deliveryWindow)(nowIso, totals.min_days, totals.max_days, locale, timeZone)
  const pending = classes('transition-opacity', isSettling && 'opacity-50')
  return (
    <dl className="tabular grid gap-3">
      <Row label="Subtotal" note={`${count} ${count === 1 ? 'item' : 'items'}`} value={formatMoney(subtotal, locale)} />
      {totals.shipping_name && (
        <Row
          label="Shipping"
          note={arrival === 'none' ? totals.shipping_name : `${totals.shipping_name}, arrives ${arrives}`}
          value={shipping.amount === 0 ? 'Free' : formatMoney(shipping, locale)}
          className={pending}
        />
      )}
      {totals.taxes.map(({ name, percent, base, tax }) => (
        <Row
          key={`${name} ${percent}`}
          label={name}
          note={totals.taxes.length === 1 ? `${percent}% of the subtotal` : `${percent}% of ${formatMoney(base, locale)}`}
          value={formatMoney(tax, locale)}
          className={pending}
        />
      ))}
      {discount.amount > 0 && <Row label="Discount" note={discountWords(totals)} value={`−${formatMoney(discount, locale)}`} className={pending} />}
      <div className={classes('flex items-baseline justify-between gap-4 border-line border-t pt-3 font-semibold text-lg', pending)}>
        <dt>Total</dt>
        <dd>{formatMoney(total, locale)}</dd>
      </div>
    </dl>
  )
}

function Row({ label, note, value, className }: { label: ReactNode; note?: ReactNode; value: ReactNode; className?: string }) {
  return (
    <div className={classes('flex items-baseline justify-between gap-4', className)}>
      <dt>
        {label}
        {note && <span className="block text-muted text-sm">{note}</span>}
      </dt>
      <dd className="shrink-0">{value}</dd>
    </div>
  )
}
