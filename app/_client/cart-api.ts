import type { CartView } from '@/lib/cart/schemas'
import { noAnswer } from './no-answer'

/** A refused request, with the sentence that the problem document gives for the person. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** By field name: the pointer without its first slash. */
    readonly fieldErrors: Record<string, string>,
    readonly extra: Record<string, unknown>,
  ) {
    super(detail)
  }
}

/** Everything but a POST can be sent again without harm. */
const offline = 'We could not reach the shop. Check your connection and try again.'
/** Known before anything is sent, so it holds for a POST too. */
const neverSent = 'There is no connection, so nothing was added or changed.'
const broken = 'Something went wrong on our side. Please try again.'

/** Sends JSON to our own API. @throws ApiProblem for everything that is not a success, the network included (status 0). */
export async function sendJson<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  let response: Response
  // A shop on this machine answers without a connection too: only what fails is explained by it.
  const isOffline = navigator.onLine === false
  try {
    response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    const sentence = method === 'POST' ? noAnswer('idempotency-key' in headers) : offline
    throw new ApiProblem(0, 'offline', isOffline ? neverSent : sentence, {}, {})
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  throw problemOf(response.status, answer)
}

function problemOf(status: number, answer: unknown): ApiProblem {
  const problem = (answer ?? {}) as { code?: string; title?: string; detail?: string; errors?: { pointer: string; detail: string }[] }
  const fieldErrors = Object.fromEntries((problem.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]))
  const sentence = status >= 500 && status !== 503 ? broken : (problem.detail ?? problem.title ?? broken)
  return new ApiProblem(status, problem.code ?? 'internal', sentence, fieldErrors, { ...problem })
}

export const cartApi = {
  read: () => sendJson<CartView>('GET', '/api/v1/cart'),
  add: (variantId: string, quantity: number) => sendJson<CartView>('POST', '/api/v1/cart/items', { variant_id: variantId, quantity }),
  change: (id: string, quantity: number) => sendJson<CartView>('PATCH', `/api/v1/cart/items/${id}`, { quantity }),
  saveContact: (email: string, consent: boolean) => sendJson<CartView>('PUT', '/api/v1/cart/contact', { email, marketing_consent: consent }),
  remove: (id: string) => sendJson<CartView>('DELETE', `/api/v1/cart/items/${id}`),
}
