import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { inventoryLevels } from '@/db/schema/inventory'
import { payments } from '@/db/schema/payments'
import type { WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import { newId, type OrderId } from '@/lib/core/ids'
import { markPaid, type Paid } from './mark-paid'
import type { OrderView } from './schemas'

/** The order's money arrives, as a settlement would write it: the captured payment and what follows from it. For tests. */
export async function receiveMoney(order: OrderView): Promise<Paid> {
  const { amount, currency } = order.totals.total
  return transaction(async (tx) => {
    const result = await markPaid(tx, order.id, systemCtx('test-payments').actor)
    // Money that cannot be used goes straight back, so that the books are even.
    const refundedMinor = result === 'paid' ? 0 : amount
    await tx.insert(payments).values({
      id: newId(),
      orderId: order.id,
      provider: 'test',
      providerPaymentId: newId(),
      status: 'captured',
      currency,
      amountMinor: amount,
      authorizedMinor: amount,
      capturedMinor: amount,
      refundedMinor,
    })
    return result
  })
}

/** What opens an order for who has its link. */
export const linkOf = ({ number, access_token: token }: OrderView) => ({ number, token })

/** What is on the shelf of a product's one variant, and how much of it is held. */
export async function levelOf({ variantId }: WorldProduct) {
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, variantId))
  return { onHand: level?.onHand, reserved: level?.reserved }
}

/** The half hour for paying is over. */
export async function passTime(orderId: OrderId): Promise<void> {
  await database().execute(sql`update orders set reserved_until = now() - interval '1 minute' where id = ${orderId}`)
  await database().execute(sql`update reservations set expires_at = now() - interval '1 minute' where order_id = ${orderId}`)
}
