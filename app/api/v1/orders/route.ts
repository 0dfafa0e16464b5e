import { listOrders } from '@/lib/orders/list-orders'
import { ListOrders, OrderPage } from '@/lib/orders/list-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/orders', {
  summary: 'Your orders, newest first, by cursor',
  input: ListOrders,
  output: OrderPage,
  isPersonal: true,
  run: listOrders,
})
