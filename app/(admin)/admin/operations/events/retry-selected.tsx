'use client'

import type { ReactNode } from 'react'
import { BulkForm } from '@/app/(admin)/_parts/bulk-form'
import { retryEventsAction } from '../actions'

/** Around the list: send events again. */
export function RetrySelected({ children }: { children: ReactNode }) {
  return (
    <BulkForm
      noun={['event', 'events']}
      total={null}
      query=""
      actions={[
        {
          label: 'Send again',
          action: retryEventsAction,
          said: (done) => `${done} ${done === 1 ? 'event is' : 'events are'} sent again.`,
        },
      ]}
    >
      {children}
    </BulkForm>
  )
}
