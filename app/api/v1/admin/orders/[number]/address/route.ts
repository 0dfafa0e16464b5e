import { correctAddress } from '@/lib/checkout/correct-address'
import { ChangeAddress, Changed } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/orders/{number}/address', {
  summary: 'Correct where an order goes, until a parcel leaves',
  input: ChangeAddress,
  output: Changed,
  run: correctAddress,
  isPersonal: true,
})
