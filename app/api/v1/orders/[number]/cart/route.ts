import { putBackIntoCart } from '@/lib/orders/put-back-into-cart'
import { OrderRef, PutBack } from '@/lib/orders/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/orders/{number}/cart', {
  summary: "Put an order's items into the cart, as far as they can be had",
  input: OrderRef,
  output: PutBack,
  run: putBackIntoCart,
  createsCart: true,
  idempotency: 'optional',
})
