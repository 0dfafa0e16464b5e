import { listLeftCarts } from '@/lib/cart/list-left-carts'
import { LeftCartPage, ListLeftCarts } from '@/lib/cart/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/carts', {
  summary: 'Carts left behind with an address, and those that a reminder brought back',
  input: ListLeftCarts,
  output: LeftCartPage,
  run: listLeftCarts,
  isPersonal: true,
})
