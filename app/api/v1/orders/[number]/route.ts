import { requireOrder } from '@/lib/orders/require-order'
import { OrderRef, OrderView } from '@/lib/orders/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/orders/{number}', {
  summary: 'An order, for its owner or with the token of its link',
  input: OrderRef,
  output: OrderView,
  run: (ctx, ref) => requireOrder(ctx, ref),
})
