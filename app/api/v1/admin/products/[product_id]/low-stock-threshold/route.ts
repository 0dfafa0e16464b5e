import { SetThreshold, ThresholdSet } from '@/lib/inventory/schemas'
import { setThreshold } from '@/lib/inventory/set-threshold'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/products/{product_id}/low-stock-threshold', {
  summary: 'Say from how many units on a product counts as low',
  input: SetThreshold,
  output: ThresholdSet,
  run: setThreshold,
  isPersonal: true,
})
