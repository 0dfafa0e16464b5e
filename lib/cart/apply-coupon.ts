import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { CartId } from '@/lib/core/ids'
import type { ApplyCoupon } from '@/lib/promotions/schemas'
import { isUsable } from '@/lib/promotions/usable-sql'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import type { CartView } from './schemas'

/**
 * Puts a code onto the actor's cart, in the place of an earlier one. Nothing is used up by it: that happens when the order is placed. A
 * code that was never there, is used up or has expired gets the same words from the same statement, so that nobody learns which codes
 * there are. One transaction, four statements. @throws not_found when there is no cart, invalid_input
 */
export async function applyCoupon(ctx: Ctx, { code }: ApplyCoupon): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    if (!(await putOnto(tx, cartId, code))) throw noSuchCode()
    return changedCart(tx, cartId)
  })
}

async function putOnto(tx: Tx, cartId: CartId, code: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    update carts c set coupon_id = k.id, updated_at = now(), version = c.version + 1 from coupons k
    where c.id = ${cartId} and k.code = ${code} and ${isUsable} returning c.id`)
  return rows.length > 0
}

const noSuchCode = () =>
  new DomainError('invalid_input', {
    errors: [{ pointer: '/code', detail: 'This code does not work: it may be misspelt, used already, or expired.' }],
  })
