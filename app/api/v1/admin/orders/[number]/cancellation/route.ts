import { cancelAsStaff } from '@/lib/orders/cancel-as-staff'
import { CancelAsStaff, Changed } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/{number}/cancellation', {
  summary: 'Cancel an order for the shop, with or without putting its units back',
  input: CancelAsStaff,
  output: Changed,
  run: cancelAsStaff,
  isPersonal: true,
})
