'use client'

import type { ReactNode } from 'react'
import { BulkForm } from '@/app/(admin)/_parts/bulk-form'
import { moderateAction } from './actions'
import { ReasonField } from './reason-field'

type Props = { children: ReactNode; total: number | null; query: string; offers: { approve: boolean; reject: boolean } }

const reviews = (count: number) => `${count} ${count === 1 ? 'review is' : 'reviews are'}`

/** Around the list: approve or reject many at once. */
export function ModerateSelected({ children, total, query, offers }: Props) {
  const approve = {
    label: 'Approve',
    action: moderateAction,
    fields: { decision: 'approved' },
    said: (done: number) => `${reviews(done)} in the shop.`,
  }
  const reject = {
    label: 'Reject',
    action: moderateAction,
    fields: { decision: 'rejected' },
    said: (done: number) => `${reviews(done)} not shown in the shop.`,
    ask: (count: number) => `${reviews(count)} not shown in the shop, and who wrote ${count === 1 ? 'it' : 'them'} is told and can write anew.`,
    choose: <ReasonField />,
  }
  return (
    <BulkForm
      noun={['review', 'reviews']}
      total={total}
      query={query}
      actions={[...(offers.approve ? [approve] : []), ...(offers.reject ? [reject] : [])]}
    >
      {children}
    </BulkForm>
  )
}
