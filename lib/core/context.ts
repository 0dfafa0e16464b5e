import type { UserId } from './ids'

/** Who acts. A guest is known by the hash of a cart token, or not at all; `system` is the shop itself (sweeps, webhooks, scripts). */
export type Actor =
  | { kind: 'guest'; sessionKey: string | null }
  | { kind: 'user'; userId: UserId; role: 'customer' | 'staff' | 'admin' }
  | { kind: 'system'; name: string }

/** What every domain function is given: who acts, and which request it belongs to. */
export type Ctx = {
  actor: Actor
  requestId: string
  clientAddress: string
  /** Set by the edge when the caller sent one; see `lib/platform/idempotency`. */
  idempotencyKey?: string
  /** Set by the edge when it made a cart token for this request; `createCart` hands it out. */
  issuedCartToken?: string
}

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
