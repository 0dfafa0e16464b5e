import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'

/** A guest with a cart token of their own. */
export function guest(): Ctx {
  const id = newId()
  return { actor: { kind: 'guest', sessionKey: `test-${id}` }, requestId: id, clientAddress: '127.0.0.1' }
}

/** The same person, with an Idempotency-Key on the request. */
export const withKey = (ctx: Ctx, idempotencyKey: string = newId()): Ctx => ({ ...ctx, idempotencyKey })

export const signedIn = (userId: UserId): Ctx => ({
  actor: { kind: 'user', userId, role: 'customer' },
  requestId: newId(),
  clientAddress: '127.0.0.1',
})
