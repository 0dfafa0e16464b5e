import type { Actor, Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type CartToken, newCartToken, readCartToken } from '@/lib/platform/auth/cart-token'
import { CART_COOKIE, readCookie } from '@/lib/platform/auth/cookies'

/** Set by the server entry from the socket and the trusted hops; a caller's own value never survives. */
export const CLIENT_ADDRESS_HEADER = 'x-hs-client-address'
export const REQUEST_ID_HEADER = 'x-request-id'

export type RequestIdentity = {
  ctx: Ctx
  /** Present when a token was made for this request and has to be given to the caller. */
  issued: CartToken | null
  /** True when a cookie says who it is, so that the Origin has to be checked. */
  byCookie: boolean
}

/** Who sends this request. With `createGuest` a caller without a cart gets a new token. @throws unauthenticated for a false Cart-Token. */
export function identify(headers: Headers, { createGuest = false } = {}): RequestIdentity {
  const { known, byCookie } = knownToken(headers)
  const issued = known || !createGuest ? null : newCartToken()
  const actor: Actor = { kind: 'guest', sessionKey: (known ?? issued)?.sessionKey ?? null }
  const requestId = headers.get(REQUEST_ID_HEADER) ?? newId()
  const clientAddress = headers.get(CLIENT_ADDRESS_HEADER) ?? '127.0.0.1'
  return { ctx: { actor, requestId, clientAddress, ...(issued ? { issuedCartToken: issued.token } : {}) }, issued, byCookie }
}

function knownToken(headers: Headers): { known: CartToken | null; byCookie: boolean } {
  const fromHeader = headers.get('cart-token')
  if (fromHeader !== null) {
    const known = readCartToken(fromHeader)
    if (!known) throw new DomainError('unauthenticated', { detail: 'This Cart-Token is not valid. POST /api/v1/cart returns a new one.' })
    return { known, byCookie: false }
  }
  const fromCookie = readCookie(headers.get('cookie'), CART_COOKIE)
  const known = fromCookie ? readCartToken(fromCookie) : null
  return { known, byCookie: known !== null }
}
