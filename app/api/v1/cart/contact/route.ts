import { saveContact } from '@/lib/cart/save-contact'
import { CartView, SaveContact } from '@/lib/cart/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/cart/contact', {
  summary: 'Keep e-mail address and consent with the cart',
  input: SaveContact,
  output: CartView,
  run: saveContact,
})
