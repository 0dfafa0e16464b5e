import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { StaffOrder, StaffOrderRef } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/orders/{number}', {
  summary: 'An order with parcels, payments, refunds, returns and notes, for staff',
  input: StaffOrderRef,
  output: StaffOrder,
  run: requireStaffOrder,
  isPersonal: true,
})
