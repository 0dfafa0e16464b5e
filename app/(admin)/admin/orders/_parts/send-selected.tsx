'use client'

import type { ReactNode } from 'react'
import { BulkForm } from '@/app/(admin)/_parts/bulk-form'
import { sendSelectedAction } from '../actions'

/** Around the list: mark many orders as sent. */
export function SendSelected({ children, total, query }: { children: ReactNode; total: number | null; query: string }) {
  return (
    <BulkForm
      noun={['order', 'orders']}
      total={total}
      query={query}
      actions={[
        {
          label: 'Mark as sent',
          action: sendSelectedAction,
          said: (done) => `${done} ${done === 1 ? 'order is' : 'orders are'} marked as sent.`,
          ask: (count) => `${whatHappens(count)} Only paid orders are; this cannot be taken back.`,
        },
      ]}
    >
      {children}
    </BulkForm>
  )
}

/** What the shop marks in one go; `lib/orders/send-orders.ts` holds it. */
const AT_ONCE = 500

function whatHappens(count: number): string {
  if (count === 1) return '1 order is marked as sent with all that is left of it, and the customer is told.'
  const told = 'marked as sent with all that is left of them, and the customers are told.'
  return count > AT_ONCE ? `The newest ${AT_ONCE} of ${count} orders are ${told} Do it again for the others.` : `${count} orders are ${told}`
}
