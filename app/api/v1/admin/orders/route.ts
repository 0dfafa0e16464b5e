import { listAllOrders } from '@/lib/orders/list-all-orders'
import { ListAllOrders, StaffOrderPage } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/orders', {
  summary: 'All orders, newest first, for staff',
  input: ListAllOrders,
  output: StaffOrderPage,
  run: listAllOrders,
  isPersonal: true,
})
