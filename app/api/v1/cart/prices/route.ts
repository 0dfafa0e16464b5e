import { acceptPrices } from '@/lib/cart/accept-prices'
import { CartView, NoInput } from '@/lib/cart/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/cart/prices', {
  summary: 'Accept the current prices of all lines',
  input: NoInput,
  output: CartView,
  run: acceptPrices,
})
