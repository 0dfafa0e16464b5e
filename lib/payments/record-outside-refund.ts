import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { newId } from '@/lib/core/ids'
import type { PaymentRow } from './merge-state'

/**
 * Money that went back and that nobody here decided about: somebody refunded it at the provider. It gets its row like any other refund, so
 * that it is on the order, in its day's figures and among what can no longer be given back. What the shop itself has decided, sent or not,
 * explains the sum first; what is left over is recorded, at the latest when the shop's own was sent. Under the lock of the payment. One
 * statement. @returns the amount, 0 when everything is known
 */
export async function recordOutsideRefund(tx: Tx, { id, orderId, currency, refundedMinor }: PaymentRow, isSurplus: boolean): Promise<number> {
  const [row] = await tx.execute<{ amount: number }>(sql`
    insert into refunds (id, order_id, payment_id, amount_minor, currency, reason, is_surplus, status, sent_at, created_by)
    select ${newId()}, ${orderId}, ${id}, ${refundedMinor}::bigint - known.amount, ${currency}, ${OUTSIDE}, ${isSurplus} or known.is_surplus, 'sent', now(),
      'system:payments'
    from (
      select coalesce(sum(r.amount_minor), 0)::bigint as amount, coalesce(bool_or(r.is_surplus), false) as is_surplus
      from refunds r where r.payment_id = ${id} and r.status <> 'failed'
    ) known
    where ${refundedMinor}::bigint > known.amount returning amount_minor::float8 as amount`)
  return row?.amount ?? 0
}

const OUTSIDE = 'Refunded at the payment provider.'
