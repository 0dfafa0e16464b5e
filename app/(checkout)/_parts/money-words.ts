import type { OrderView } from '@/lib/orders/schemas'

/** What became of the money of an order that is over. */
export function moneyWords({ payment_status, totals }: OrderView): string {
  if (totals.total.amount === 0 || payment_status === 'unpaid' || payment_status === 'authorized') return 'Nothing was charged.'
  if (payment_status === 'refunded') return 'What you paid has gone back the way it came.'
  return 'What you paid goes back the way it came, usually within five working days.'
}
