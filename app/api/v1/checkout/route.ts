import { placeOrder } from '@/lib/checkout/place-order'
import { PlaceOrder } from '@/lib/checkout/schemas'
import { OrderView } from '@/lib/orders/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/checkout', {
  summary: 'Turn the cart into an order and hold its units; one that costs nothing is paid by this',
  input: PlaceOrder,
  output: OrderView,
  run: placeOrder,
  idempotency: 'required',
  limit: 'checkout',
  status: 201,
})
