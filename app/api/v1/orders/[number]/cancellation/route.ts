import { cancelOrder } from '@/lib/orders/cancel-order'
import { OrderRef, OrderView } from '@/lib/orders/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/orders/{number}/cancellation', {
  summary: 'Cancel an order that has not been shipped',
  input: OrderRef,
  output: OrderView,
  run: cancelOrder,
})
