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
          ask: (count) =>
            `${count} ${count === 1 ? 'order is' : 'orders are'} marked as sent with all that is left of ${count === 1 ? 'it' : 'them'}, and the customers are told. Only paid orders are; this cannot be taken back.`,
        },
      ]}
    >
      {children}
    </BulkForm>
  )
}
