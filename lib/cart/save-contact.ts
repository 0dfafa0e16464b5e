import { eq } from 'drizzle-orm'
import { carts } from '@/db/schema/cart'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCart } from './active-cart'
import { changedCart } from './changed-cart'
import type { CartView, SaveContact } from './schemas'

/** Keeps e-mail address and consent when the contact step is left. One transaction, four statements. @throws not_found when there is no cart. */
export async function saveContact(ctx: Ctx, { email, marketing_consent: marketingConsent }: SaveContact): Promise<CartView> {
  return transaction(async (tx) => {
    const cartId = await requireCart(tx, ctx.actor)
    await tx.update(carts).set({ email, marketingConsent }).where(eq(carts.id, cartId))
    return changedCart(tx, cartId)
  })
}
