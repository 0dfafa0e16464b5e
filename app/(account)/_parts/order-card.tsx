import Link from 'next/link'
import { Badge } from '@/app/_ui/badge'
import { Picture } from '@/app/_ui/picture'
import { formatMoney } from '@/lib/core/format-money'
import type { OrderSummary } from '@/lib/orders/list-schemas'
import { orderState } from './order-state'

type Props = { order: OrderSummary; locale: string; timeZone: string; level?: 'h2' | 'h3' }

/** An order in a list: when, what, how much, and where it stands. The whole card leads to it. */
export function OrderCard({ order, locale, timeZone, level: Title = 'h3' }: Props) {
  const { word, tone } = orderState(order)
  const placed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(order.placed_at))
  const shown = order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <li className="relative rounded-lg bg-surface p-5 shadow-sm transition-colors focus-within:bg-sunken hover:bg-sunken sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <Title className="font-sans font-semibold text-base tracking-normal">
            <Link href={`/account/orders/${order.number}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
              Order {order.number}
            </Link>
          </Title>
          <p className="text-muted text-sm">{placed}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Badge tone={tone}>{word}</Badge>
          <span className="tabular font-semibold">{formatMoney(order.total, locale)}</span>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
        <div className="flex gap-2 sm:gap-3">
          {order.lines.map((line) => (
            <span
              key={`${line.name}/${line.variant_title}`}
              className="tile block aspect-square w-14 shrink-0 sm:w-16"
              style={{ borderRadius: 'var(--radius-md)' }}
            >
              {line.picture && <Picture picture={line.picture} sizes="64px" alt="" />}
            </span>
          ))}
        </div>
        <p className="min-w-0 flex-1 basis-56 text-muted text-sm">
          {[...new Set(order.lines.map(({ name }) => name))].join(', ')}
          {order.total_items > shown && ` and ${order.total_items - shown} more`}
        </p>
      </div>
    </li>
  )
}
