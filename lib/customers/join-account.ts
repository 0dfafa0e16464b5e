import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { mergeCart, type ReducedLine } from '@/lib/cart/merge-cart'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { clearedCartCookie } from '@/lib/platform/auth/cookies'
import { publish } from '@/lib/platform/events/publish'

/**
 * What somebody did as a guest becomes their account's when they sign in: the cart, and the orders placed with an address that they have
 * proved to be theirs. Part of the transaction that signs them in. @returns the lines of which less fits than both carts held.
 */
export async function joinAccount(tx: Tx, { actor, answerCookies }: Ctx, userId: UserId): Promise<ReducedLine[]> {
  await claimGuestOrders(tx, userId)
  if (actor.kind !== 'guest' || actor.sessionKey === null) return []
  const reduced = await mergeCart(tx, actor.sessionKey, userId)
  answerCookies?.push(clearedCartCookie())
  return reduced ?? []
}

/** Only a confirmed address counts: anybody can register with somebody else's. One statement. */
export async function claimGuestOrders(tx: Tx, userId: UserId): Promise<void> {
  const claimed = await tx.execute(sql`
    update orders o set user_id = u.id, updated_at = now() from users u
    where u.id = ${userId} and u.email_verified and o.user_id is null and lower(o.email) = lower(u.email) returning o.id`)
  if (claimed.length > 0) publish(tx, { type: 'customer.changed', userId })
}
