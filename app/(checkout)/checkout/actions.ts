'use server'

import { z } from 'zod'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { findCountry } from '@/lib/checkout/countries'
import { placeOrder } from '@/lib/checkout/place-order'
import { PlaceOrder } from '@/lib/checkout/schemas'
import type { OrderView } from '@/lib/orders/schemas'
import { action } from '@/lib/web/action'
import type { ActionState } from '@/lib/web/action-state'
import { orderOfFields } from './order-of-fields'

const place = action(z.preprocess(orderOfFields, PlaceOrder), placeOrder, {
  idempotent: true,
  redirectTo: (order) => orderPath(order, 'pay'),
})

/**
 * Without JavaScript placing leads to the order's payment page; with it the browser calls the API and pays at once.
 * A refusal brings the chosen countries along, so that the form can ask for their regions.
 */
export async function placeOrderAction(previous: ActionState<OrderView>, form: FormData): Promise<ActionState<OrderView>> {
  const state = await place(previous, form)
  if (state.status !== 'failed') return state
  const countryOf = (kind: string) => findCountry(state.values[`${kind}_address/country`] ?? '')
  return { ...state, extra: { ...state.extra, countries: { shipping: countryOf('shipping'), billing: countryOf('billing') } } }
}
