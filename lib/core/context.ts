import type { UserId } from './ids'
import type { StaffPermission } from './permissions'

export type Role = 'customer' | 'staff' | 'admin'

/**
 * Who acts. A guest is known by the hash of a cart token, or not at all; `system` is the shop itself (sweeps, webhooks, scripts).
 * `permissions` are those of a member of staff with a role of their own; without it staff have the usual ones.
 */
export type Actor =
  | { kind: 'guest'; sessionKey: string | null }
  | { kind: 'user'; userId: UserId; role: Role; permissions?: readonly StaffPermission[] }
  | { kind: 'system'; name: string }

/** The signed-in device a request comes from, and whose it is: as Postgres says at this moment. */
export type Session = {
  id: string
  token: string
  userId: UserId
  role: Role
  /** Null for staff without a role of their own, and for everybody else. */
  permissions?: readonly StaffPermission[] | null
  name: string
  email: string
  isEmailVerified: boolean
  /** What a page asked to be read along with it; see `findSession`. */
  along?: unknown
}

/** A cookie to be set with the answer; an empty value with `maxAge` 0 removes it. */
export type AnswerCookie = {
  name: string
  value: string
  options: { httpOnly: boolean; secure: boolean; sameSite: 'lax'; path: string; maxAge: number }
}

/** What every domain function is given: who acts, and which request it belongs to. */
export type Ctx = {
  actor: Actor
  requestId: string
  clientAddress: string
  /** What the caller's program says of itself; told to people in the list of their devices. */
  userAgent?: string
  /** Set by the edge when the caller sent one; see `lib/platform/idempotency`. */
  idempotencyKey?: string
  /** Set by the edge when it made a cart token for this request; `createCart` hands it out. */
  issuedCartToken?: string
  /** Present when the actor is a user who came by a session. */
  session?: Session
  /** The session came by `Authorization`, from a program that keeps no cookies: a new token is told in the answer's body then. */
  isBearer?: true
  /** Cookies that signing in or out wants to set; the edge sends them when the operation succeeded. */
  answerCookies?: AnswerCookie[]
}

/** Who a signed-in device acts as. */
export const actorOf = ({ userId, role, permissions }: Pick<Session, 'userId' | 'role' | 'permissions'>): Actor => ({
  kind: 'user',
  userId,
  role,
  ...(permissions ? { permissions } : {}),
})

export const systemCtx = (name: string, requestId = name): Ctx => ({
  actor: { kind: 'system', name },
  requestId,
  clientAddress: '127.0.0.1',
})

/** Who an idempotency key belongs to, and who stands in a history row. Never an e-mail address or a token. */
export function principalOf(actor: Actor): string {
  switch (actor.kind) {
    case 'guest':
      return `guest:${actor.sessionKey ?? 'none'}`
    case 'user':
      return `user:${actor.userId}`
    case 'system':
      return `system:${actor.name}`
  }
}
