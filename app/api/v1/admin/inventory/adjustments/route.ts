import { adjustStock } from '@/lib/inventory/adjust-stock'
import { AdjustStock, StockAdjusted } from '@/lib/inventory/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/inventory/adjustments', {
  summary: 'Change what is on hand of one variant or of many, with a reason',
  input: AdjustStock,
  output: StockAdjusted,
  run: adjustStock,
  idempotency: 'optional',
  isPersonal: true,
})
