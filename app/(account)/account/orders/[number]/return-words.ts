import type { ReturnView } from '@/lib/returns/schemas'

export const reasonWords: Record<ReturnView['lines'][number]['reason'], string> = {
  too_small: 'Too small',
  too_large: 'Too large',
  not_as_described: 'Not as described',
  damaged: 'Arrived damaged',
  wrong_item: 'Not what I ordered',
  changed_mind: 'I changed my mind',
  other: 'Something else',
}

export const returnStateWords: Record<ReturnView['status'], string> = {
  requested: 'We are looking at it',
  approved: 'Approved, please send it back',
  rejected: 'Not accepted',
  received: 'Received',
  refunded: 'Refunded',
  withdrawn: 'Withdrawn',
}
