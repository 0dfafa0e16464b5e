import type { PaymentStatus } from '@/db/schema/orders'

type Amounts = { authorizedMinor: number; capturedMinor: number; refundedMinor: number; disputedMinor: number }

/**
 * The payment status of an order from the amounts of its payments. Counted is what the shop keeps: an order that was paid twice
 * and got one payment back is paid, not partially refunded.
 */
export function paymentStatusOf(totalMinor: number, payments: Amounts[]): PaymentStatus {
  const sum = (pick: (amounts: Amounts) => number) => payments.reduce((total, amounts) => total + pick(amounts), 0)
  const captured = sum((amounts) => amounts.capturedMinor)
  const refunded = sum((amounts) => amounts.refundedMinor)
  const kept = captured - refunded
  if (sum((amounts) => amounts.disputedMinor) > 0) return 'disputed'
  if (captured > 0 && kept >= totalMinor) return 'paid'
  if (refunded > 0) return kept > 0 ? 'partially_refunded' : 'refunded'
  return sum((amounts) => amounts.authorizedMinor) >= totalMinor && totalMinor > 0 ? 'authorized' : 'unpaid'
}
