import type { OrderView } from '@/lib/orders/schemas'

/** Whether something of the order will still arrive, so that it makes sense to say when. */
export function isStillComing({ status, payment_status, is_payable }: Pick<OrderView, 'status' | 'payment_status' | 'is_payable'>): boolean {
  if (payment_status === 'refunded') return false
  return status === 'pending' ? is_payable : status === 'paid' || status === 'shipped'
}
