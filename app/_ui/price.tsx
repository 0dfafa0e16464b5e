import { formatMoney } from '@/lib/core/format-money'
import type { Money } from '@/lib/core/money'
import { classes } from './classes'

type Props = { price: Money; comparePrice: Money | null; locale: string; from?: boolean; className?: string }

/** A price, with the former one struck through when it was higher. Screen readers hear which is which. */
export function Price({ price, comparePrice, locale, from = false, className }: Props) {
  const dropped = comparePrice !== null && comparePrice.amount > price.amount
  return (
    <span className={classes('tabular inline-flex flex-wrap items-baseline gap-x-2', className)}>
      <span className={classes('font-semibold', dropped && 'text-drop')}>
        {from && <span className="font-normal text-muted">from </span>}
        {dropped && <span className="sr-only">Now </span>}
        {formatMoney(price, locale)}
      </span>
      {dropped && (
        <span className="text-muted">
          <span className="sr-only">was </span>
          <s>{formatMoney(comparePrice, locale)}</s>
        </span>
      )}
    </span>
  )
}
