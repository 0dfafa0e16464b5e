import { Badge } from '@/app/_ui/badge'
import { classes } from '@/app/_ui/classes'
import type { StaffProductSummary } from '@/lib/catalog/staff-schemas'
import { formatMoney } from '@/lib/core/format-money'

type Status = StaffProductSummary['status']

export const statusWords: Record<Status, string> = { active: 'For sale', draft: 'Draft', archived: 'Archived' }

export function StatusBadge({ status }: { status: Status }) {
  return (
    <Badge className="whitespace-nowrap" tone={status === 'active' ? 'accent' : status === 'draft' ? 'warning' : 'quiet'}>
      {statusWords[status]}
    </Badge>
  )
}

export function Stock({ stock, is_low }: Pick<StaffProductSummary, 'stock' | 'is_low'>) {
  if (stock === null) return <span className="text-muted">Not counted</span>
  return (
    <span className={classes('tabular', stock === 0 ? 'font-semibold text-danger' : is_low && 'font-semibold text-warning')}>
      {stock === 0 ? 'Sold out' : stock.toLocaleString('en-US')}
    </span>
  )
}

export function PriceRange({ price, price_max, locale }: Pick<StaffProductSummary, 'price' | 'price_max'> & { locale: string }) {
  return (
    <span className="tabular whitespace-nowrap">
      {formatMoney(price, locale)}
      {price_max.amount !== price.amount && ` – ${formatMoney(price_max, locale)}`}
    </span>
  )
}
