import { Badge } from '@/app/_ui/badge'
import type { StockLevel } from '@/lib/inventory/schemas'

/** Colour only where somebody has to do something. */
export function LevelBadge({ level }: { level: StockLevel }) {
  if (!level.is_active) return <Badge tone="quiet">Not for sale</Badge>
  if (level.available <= 0) return <Badge tone="drop">Sold out</Badge>
  return level.product_available <= level.low_stock_threshold ? <Badge tone="warning">Low</Badge> : null
}
