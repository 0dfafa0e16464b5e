import { View, ViewRequest } from '@/lib/view/schemas'
import { viewOf } from '@/lib/view/view-of'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/view', {
  summary: 'The personal part of a page: cart in numbers, and price and stock of the products on screen',
  input: ViewRequest,
  output: View,
  run: viewOf,
})
