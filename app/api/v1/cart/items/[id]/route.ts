import { changeItem } from '@/lib/cart/change-item'
import { removeItem } from '@/lib/cart/remove-item'
import { CartView, ChangeItem, RemoveItem } from '@/lib/cart/schemas'
import { route } from '@/lib/web/route'

export const PATCH = route('PATCH /api/v1/cart/items/{id}', {
  summary: 'Set the quantity of a line; 0 removes it',
  input: ChangeItem,
  output: CartView,
  run: changeItem,
})

export const DELETE = route('DELETE /api/v1/cart/items/{id}', {
  summary: 'Take a line out of the cart',
  input: RemoveItem,
  output: CartView,
  run: removeItem,
})
