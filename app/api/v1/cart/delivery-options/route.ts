import { listDeliveryOptions } from '@/lib/checkout/list-delivery-options'
import { DeliveryOptionList, ListDeliveryOptions } from '@/lib/checkout/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/cart/delivery-options', {
  summary: 'The ways in which the cart can travel to a country, and what all of it then costs',
  input: ListDeliveryOptions,
  output: DeliveryOptionList,
  run: listDeliveryOptions,
})
