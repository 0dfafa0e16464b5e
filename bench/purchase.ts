import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import { address, approved } from '@/e2e/harness/api'

type Context = { token?: string; total?: unknown; number?: string; access?: string }

const json = { 'content-type': 'application/json' }

/** The requests of cart create and add, each shopper with a variant of its own choosing. */
export function cartChain(variantIds: string[]): Request[] {
  return [createCart(), addItem(variantIds)]
}

/** A whole purchase: cart, add, place, pay. */
export function purchaseChain(variantIds: string[]): Request[] {
  return [createCart(), addItem(variantIds), place(), pay()]
}

const createCart = (): Request => ({
  method: 'POST',
  path: '/api/v1/cart',
  headers: json,
  body: '{}',
  onResponse: (_status, body, context) => {
    ;(context as Context).token = parse(body).cart_token as string
  },
})

const addItem = (variantIds: string[]): Request => ({
  method: 'POST',
  path: '/api/v1/cart/items',
  setupRequest: (request, context) => ({
    ...request,
    headers: { ...json, 'cart-token': (context as Context).token ?? '' },
    body: JSON.stringify({ variant_id: variantIds[Math.floor(Math.random() * variantIds.length)], quantity: 1 }),
  }),
  onResponse: (_status, body, context) => {
    ;(context as Context).total = (parse(body).totals as { total: unknown } | undefined)?.total
  },
})

const place = (): Request => ({
  method: 'POST',
  path: '/api/v1/checkout',
  setupRequest: (request, context) => ({
    ...request,
    headers: { ...json, 'cart-token': (context as Context).token ?? '', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      email: 'bench@example.com',
      shipping_address: address,
      shipping_method: 'standard',
      expected_total: (context as Context).total,
    }),
  }),
  onResponse: (_status, body, context) => {
    const order = parse(body)
    ;(context as Context).number = order.number as string
    ;(context as Context).access = order.access_token as string
  },
})

const pay = (): Request => ({
  method: 'POST',
  path: '/api/v1/orders/x/payments',
  setupRequest: (request, context) => ({
    ...request,
    path: `/api/v1/orders/${(context as Context).number}/payments`,
    headers: { ...json, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ token: (context as Context).access, method: 'test_card', card: approved }),
  }),
})

/** A refusal is counted by the load generator through its status; here it only must not end the run. */
function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}
