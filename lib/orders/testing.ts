import { payments } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
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
