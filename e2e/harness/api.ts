import { randomUUID } from 'node:crypto'
import type { CartView } from '@/lib/cart/schemas'
import type { PlaceOrder } from '@/lib/checkout/schemas'
import type { OrderView } from '@/lib/orders/schemas'
import type { PaymentResult } from '@/lib/payments/schemas'

/** What a problem document adds; its `status` is the answer's own. */
type Refusal = { code?: string; detail?: string; request_id?: string }

/** An answer as it came: the text is kept, so that two answers can be compared byte by byte. */
export type Answer<T> = { status: number; headers: Headers; text: string; json: T & Refusal }

type Request = { method?: string; body?: unknown; cartToken?: string; key?: string; headers?: Record<string, string> }

/** Calls the API of a shop, by what stands behind `/api/v1`, or by the whole path of what stands elsewhere. A connection that breaks is an exception, as for any client. */
export async function call<T>(
  shopUrl: string,
  path: string,
  { method = 'GET', body, cartToken, key, headers = {} }: Request = {},
): Promise<Answer<T>> {
  const response = await fetch(`${shopUrl}${path.startsWith('/api/') ? '' : '/api/v1'}${path}`, {
    method,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cartToken ? { 'cart-token': cartToken } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...headers,
    },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: (text ? JSON.parse(text) : {}) as T & Refusal }
}

export const approved = { number: '4242424242424242', expiry: '12/39', cvc: '123' }
export const declined = { number: '4000000000000002', expiry: '12/39', cvc: '123' }

export const address = {
  full_name: 'Ada Lovelace',
  line1: '12 Market Street',
  city: 'New York',
  region: 'NY',
  postal_code: '10001',
  country: 'US',
}

/** A cart with these lines: its token and what the shop says about it. @throws when a line is refused. */
export async function fillCart(shopUrl: string, lines: { variantId: string; quantity?: number }[]): Promise<{ token: string; cart: CartView }> {
  const made = await call<CartView>(shopUrl, '/cart', { method: 'POST', body: {} })
  const token = made.json.cart_token
  if (!token) throw new Error(`No cart was made: ${made.status} ${made.text}`)
  let cart = made.json
  for (const { variantId, quantity = 1 } of lines) {
    const added = await call<CartView>(shopUrl, '/cart/items', { method: 'POST', cartToken: token, body: { variant_id: variantId, quantity } })
    if (added.status >= 300) throw new Error(`A line was refused: ${added.status} ${added.text}`)
    cart = added.json
  }
  return { token, cart }
}

/** What the checkout form would send for this cart. */
export const placeInput = (cart: CartView): PlaceOrder => ({
  email: 'ada@example.com',
  marketing_consent: false,
  shipping_address: { ...address, line2: null, phone: null },
  shipping_method: 'standard',
  expected_total: cart.totals.total,
})

export const place = (shopUrl: string, token: string, cart: CartView, key: string = randomUUID()) =>
  call<OrderView>(shopUrl, '/checkout', { method: 'POST', cartToken: token, key, body: placeInput(cart) })

export const pay = (shopUrl: string, order: Pick<OrderView, 'number' | 'access_token'>, key: string = randomUUID(), card = approved) =>
  call<PaymentResult>(shopUrl, `/orders/${order.number}/payments`, {
    method: 'POST',
    key,
    body: { token: order.access_token, method: 'test_card', card },
  })
