import { sendOrders } from '@/lib/orders/send-orders'
import { BulkResult, SendOrders } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/fulfilments', {
  summary: 'Mark many orders as sent, each with all that is left of it',
  input: SendOrders,
  output: BulkResult,
  run: sendOrders,
  isPersonal: true,
})
