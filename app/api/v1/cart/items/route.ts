import { addItem } from '@/lib/cart/add-item'
import { AddItem, CartView } from '@/lib/cart/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/cart/items', {
  summary: 'Put a variant into the cart',
  input: AddItem,
  output: CartView,
  run: addItem,
  createsCart: true,
  idempotency: 'optional',
  status: 201,
})
