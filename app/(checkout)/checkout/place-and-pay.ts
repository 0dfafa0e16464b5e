import { ApiProblem, sendJson } from '@/app/_client/cart-api'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import type { OrderView } from '@/lib/orders/schemas'
import type { PaymentResult } from '@/lib/payments/schemas'
import type { Card } from './card-fields'

/** A placing whose answer is not known yet. It outlives a reload, so that a lost answer never loses or doubles an order. */
type Attempt = { key: string; body: unknown }

const STORED = 'highstreet.placing'

function unfinishedPlacing(): Attempt | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as Attempt | null
  } catch {
    return null
  }
}

/**
 * Places the order under a key. When an earlier try has no answer yet, that one is repeated instead: either it went through, or it
 * is refused now and the new one follows.
 * @throws ApiProblem
 */
export async function place(attempt: Attempt): Promise<OrderView> {
  const earlier = unfinishedPlacing()
  if (earlier) {
    try {
      return await send(earlier)
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return send(attempt)
}

/** Repeats a placing whose answer was lost, for example by a reload; null when there is none. */
export function finishPlacing(): Promise<OrderView> | null {
  const earlier = unfinishedPlacing()
  return earlier && send(earlier)
}

async function send(attempt: Attempt): Promise<OrderView> {
  remember(attempt)
  try {
    const order = await sendJson<OrderView>('POST', '/api/v1/checkout', attempt.body, { 'idempotency-key': attempt.key })
    remember(null)
    return order
  } catch (error) {
    if (isRefusal(error)) remember(null)
    throw error
  }
}

/** Certainly nothing was placed. No answer, an overload and "still running" leave it open. */
const isRefusal = (error: unknown) => error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.code !== 'conflict'

function remember(attempt: Attempt | null): void {
  try {
    if (attempt) sessionStorage.setItem(STORED, JSON.stringify(attempt))
    else sessionStorage.removeItem(STORED)
  } catch {
    // Without storage a reload forgets the try; the order itself is safe.
  }
}

/**
 * Pays a placed order, unless it costs nothing, and answers where to go next. Without a card that is the payment page; whatever happens now, the order's own page
 * explains it and goes on from there.
 */
export async function pay(order: OrderView, card: Card | null, key: string): Promise<string> {
  if (order.status === 'paid') return orderPath(order)
  if (!card) return orderPath(order, 'pay')
  const body = { token: order.access_token, method: 'test_card', card: { ...card, number: card.number.replaceAll(' ', '') } }
  try {
    const result = await sendJson<PaymentResult>('POST', `/api/v1/orders/${encodeURIComponent(order.number)}/payments`, body, {
      'idempotency-key': key,
    })
    if (result.outcome === 'paid') return orderPath(order)
    return result.action_url ?? orderPath(order, 'pay', { waiting: '1' })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (error.code === 'payment_declined') return orderPath(order, 'pay')
    // No answer may mean that it was paid: the page asks before it offers to pay again.
    if (error.status === 0 || error.code === 'conflict') return orderPath(order, 'pay', { waiting: '1' })
    return orderPath(order, 'pay', { problem: error.code })
  }
}
