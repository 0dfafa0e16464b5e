import { createCart } from '@/lib/cart/create-cart'
import { CartView, NoInput } from '@/lib/cart/schemas'
import { viewCart } from '@/lib/cart/view-cart'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/cart', { summary: 'The cart of the caller', input: NoInput, output: CartView, run: viewCart })

export const POST = route('POST /api/v1/cart', {
  summary: 'Make a cart; the answer has its token, once',
  input: NoInput,
  output: CartView,
  run: createCart,
  createsCart: true,
  status: 201,
})
