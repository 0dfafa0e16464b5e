import { classes } from '@/app/_ui/classes'
import type { ProductCard } from '@/lib/catalog/schemas'

type Props = { availability: ProductCard['availability']; left: number | null; isQuiet?: boolean; className?: string }

/** "Only 3 left", "Sold out", or, unless it is to be quiet, "In stock". */
export function StockLine({ availability, left, isQuiet = false, className }: Props) {
  if (availability === 'in_stock') {
    if (isQuiet) return null
    return <p className={classes('text-success', className)}>In stock, ready to send</p>
  }
  if (availability === 'sold_out') return <p className={classes('text-muted', className)}>Sold out</p>
  return <p className={classes('font-medium text-warning', className)}>{left === null ? 'Only a few left' : `Only ${left} left`}</p>
}
