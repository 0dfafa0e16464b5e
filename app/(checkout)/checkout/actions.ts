'use server'

import { z } from 'zod'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { findCountry } from '@/lib/checkout/countries'
import { listDeliveryOptions } from '@/lib/checkout/list-delivery-options'
import { placeOrder } from '@/lib/checkout/place-order'
import { PlaceOrder } from '@/lib/checkout/schemas'
import type { OrderView } from '@/lib/orders/schemas'
import { action } from '@/lib/web/action'
import type { ActionState } from '@/lib/web/action-state'
import { pageCtx } from '@/lib/web/page-context'
import { orderOfFields } from './order-of-fields'

const place = action(
  z.preprocess((fields) => withoutForeignRegions(orderOfFields(fields)), PlaceOrder),
  placeOrder,
  {
    idempotent: true,
    limit: 'checkout',
    redirectTo: (order) => orderPath(order, 'pay'),
  },
)

/**
 * Without JavaScript placing leads to the order's payment page; with it the browser calls the API and pays at once.
 * A refusal brings the chosen countries along, so that the form can ask for their regions and show how and for what the order travels there.
 */
export async function placeOrderAction(previous: ActionState<OrderView>, form: FormData): Promise<ActionState<OrderView>> {
  const state = await place(previous, form)
  if (state.status !== 'failed') return state
  const countryOf = (kind: string) => findCountry(state.values[`${kind}_address/country`] ?? '')
  const shipping = countryOf('shipping')
  return {
    ...state,
    fieldErrors: inOrderOfForm(state),
    extra: { ...state.extra, countries: { shipping, billing: countryOf('billing') }, delivery: await deliveryTo(shipping?.code) },
  }
}

async function deliveryTo(country: string | undefined) {
  return country && { country, options: (await listDeliveryOptions(await pageCtx(), { country })).data }
}

/** In the order of the form, so that the summary leads through it from top to bottom. */
function inOrderOfForm({ fieldErrors, values }: Extract<ActionState, { status: 'failed' }>): Record<string, string> {
  const names = [...new Set([...Object.keys(values), ...Object.keys(fieldErrors)])]
  return Object.fromEntries(names.flatMap((name) => (fieldErrors[name] === undefined ? [] : [[name, fieldErrors[name]]])))
}

/** Without JavaScript the list of regions stays behind when the country is changed: a state of the old country is no region of the new one. */
function withoutForeignRegions(order: Record<string, unknown>): Record<string, unknown> {
  const cleaned = (address: unknown) => {
    const { country, region, ...rest } = (address ?? {}) as Record<string, unknown>
    const isKnown = findCountry(String(country))?.regions.some(({ code }) => code === region)
    return address ? { ...rest, country, region: isKnown ? region : null } : address
  }
  return { ...order, shipping_address: cleaned(order.shipping_address), billing_address: cleaned(order.billing_address) }
}
