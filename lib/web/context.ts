import type { SQL } from 'drizzle-orm'
import { type Actor, type AnswerCookie, actorOf, type Ctx, type Session } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { type CartToken, newCartToken, readCartToken } from '@/lib/platform/auth/cart-token'
import { CART_COOKIE, cartCookies, readCookie } from '@/lib/platform/auth/cookies'
import { findSession } from '@/lib/platform/auth/find-session'
import { readSessionCookie, readSignedSessionToken, SESSION_COOKIE } from '@/lib/platform/auth/session-cookie'
import { USER_AGENT_HEADER } from './whole-document'

/** Set by the server entry from the socket and the trusted hops; a caller's own value never survives. */
export const CLIENT_ADDRESS_HEADER = 'x-hs-client-address'
export const REQUEST_ID_HEADER = 'x-request-id'

export type RequestIdentity = {
  ctx: Ctx
  /** What says who it is. A cookie is sent by any page's request, so the Origin has to be checked then; a header is not. */
  by: 'header' | 'cookie' | 'nothing'
}

/**
 * Who sends this request: by `Authorization: Bearer`, by `Cart-Token`, by session cookie or by cart cookie, in this order. With
 * `createGuest` a caller without any gets a new cart token. At most one statement, and only for callers with a session; by cookie it reads
 * `along` too.
 * @throws unauthenticated for a header that is not valid; a cookie that is not counts as none.
 */
export async function identify(
  headers: Headers,
  { createGuest = false, along }: { createGuest?: boolean | undefined; along?: SQL | undefined } = {},
): Promise<RequestIdentity> {
  const { session, cart, by } = await knownCaller(headers, along)
  const issued = session || cart || !createGuest ? null : newCartToken()
  const actor: Actor = session ? actorOf(session) : { kind: 'guest', sessionKey: (cart ?? issued)?.sessionKey ?? null }
  const answerCookies: AnswerCookie[] = issued ? cartCookies(issued.token) : []
  const ctx: Ctx = {
    actor,
    ...requestOf(headers),
    answerCookies,
    ...(session ? { session } : {}),
    ...(session && by === 'header' ? { isBearer: true } : {}),
    ...(issued ? { issuedCartToken: issued.token } : {}),
  }
  return { ctx, by }
}

/** Nobody in particular: for answers that are the same for everybody. */
export const anonymousCtx = (headers: Headers): Ctx => ({ actor: { kind: 'guest', sessionKey: null }, ...requestOf(headers) })

const requestOf = (headers: Headers) => ({
  requestId: headers.get(REQUEST_ID_HEADER) ?? newId(),
  clientAddress: headers.get(CLIENT_ADDRESS_HEADER) ?? '127.0.0.1',
  userAgent: headers.get(USER_AGENT_HEADER) ?? headers.get('user-agent') ?? undefined,
})

type Caller = { session: Session | null; cart: CartToken | null; by: RequestIdentity['by'] }

async function knownCaller(headers: Headers, along?: SQL): Promise<Caller> {
  const bearer = headers.get('authorization')
  if (bearer !== null) return { session: await requireBearer(bearer), cart: null, by: 'header' }
  const cartToken = headers.get('cart-token')
  if (cartToken !== null) return { session: null, cart: requireCartToken(cartToken), by: 'header' }
  const cookies = headers.get('cookie')
  const sessionToken = readSessionCookie(readCookie(cookies, SESSION_COOKIE) ?? '')
  const session = sessionToken ? await findSession(sessionToken, { along }) : null
  const cart = readCartToken(readCookie(cookies, CART_COOKIE) ?? '')
  return { session, cart, by: session || cart ? 'cookie' : 'nothing' }
}

async function requireBearer(header: string): Promise<Session> {
  const token = readSignedSessionToken(header.replace(/^Bearer +/i, ''))
  const session = token ? await findSession(token) : null
  if (!session) throw new DomainError('unauthenticated', { detail: 'This token is not valid or has ended. POST /api/v1/sessions returns a new one.' })
  return session
}

function requireCartToken(header: string): CartToken {
  const known = readCartToken(header)
  if (!known) throw new DomainError('unauthenticated', { detail: 'This Cart-Token is not valid. POST /api/v1/cart returns a new one.' })
  return known
}
