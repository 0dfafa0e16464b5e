import { type Placed, withCard } from '@/db/testing/placed-orders'
import type { TestBank } from '@/db/testing/test-bank'
import { withKey } from '@/db/testing/visitors'
import { payOrder } from './pay-order'

/* Paying at the test provider; for tests. */

export const approved = '4242424242424242'
export const declinedCard = '4000000000000002'
export const challenge = '4000000000003220'
export const slow = '4000000000000077'
export const late = '4000000000000119'
export const duplicates = '4000000000000259'

export const pay = (placed: Placed, card: string, key?: string) => payOrder(withKey(placed.ctx, key), withCard(placed, card))
export const ref = ({ order }: Placed) => ({ number: order.number, token: order.access_token })

/** What the provider has taken for an order and not given back, in minor units. */
export async function chargedBy(bank: TestBank, { order }: Placed): Promise<number> {
  const [row] =
    await bank.sql`select coalesce(sum(captured - refunded), 0)::int as sum from test_payments.payments where order_number = ${order.number}`
  return row?.sum
}

/** What the shopper presses on the provider's page. */
export async function decide(actionUrl: string | null, decision: 'approve' | 'refuse'): Promise<void> {
  await fetch(actionUrl ?? '', { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' })
}
