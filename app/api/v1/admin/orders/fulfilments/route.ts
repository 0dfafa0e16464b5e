import { sendOrders } from '@/lib/orders/send-orders'
import { OrdersSent, SendOrders } from '@/lib/orders/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/orders/fulfilments', {
  summary: 'Mark many orders as sent, each with all that is left of it, or see which can be sent',
  input: SendOrders,
  output: OrdersSent,
  run: sendOrders,
  isPersonal: true,
})
