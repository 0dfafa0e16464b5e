import { Badge } from '@/app/_ui/badge'
import type { StaffOrder } from '@/lib/orders/staff-schemas'

type Standing = Pick<StaffOrder, 'status' | 'payment_status' | 'fulfillment_status'>
type Tone = 'quiet' | 'accent' | 'warning' | 'drop'

export const statusWords: Record<StaffOrder['status'], string> = {
  pending: 'Waiting for payment',
  paid: 'To send',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  expired: 'Not paid in time',
}

export const paymentWords: Record<StaffOrder['payment_status'], string> = {
  unpaid: 'Unpaid',
  authorized: 'Authorised',
  paid: 'Paid',
  partially_refunded: 'Partly refunded',
  refunded: 'Refunded',
  disputed: 'Disputed',
}

export const fulfilmentWords: Record<StaffOrder['fulfillment_status'], string> = {
  unfulfilled: 'Nothing sent',
  partial: 'Sent in part',
  fulfilled: 'All sent',
}

export const returnWords: Record<string, string> = {
  requested: 'Asked for',
  approved: 'Approved',
  rejected: 'Rejected',
  received: 'Received',
  refunded: 'Refunded',
  withdrawn: 'Withdrawn',
}

export const reasonWords: Record<string, string> = {
  too_small: 'Too small',
  too_large: 'Too large',
  not_as_described: 'Not as described',
  damaged: 'Damaged',
  wrong_item: 'Wrong item',
  changed_mind: 'Changed their mind',
  other: 'Another reason',
}

/** Where the order stands. Colour only where somebody has to do something. */
export function StatusBadge({ status, payment_status, fulfillment_status }: Standing) {
  if (status === 'paid' && payment_status === 'refunded') return <Badge tone="quiet">{fulfilmentWords[fulfillment_status]}</Badge>
  const tone: Tone = status === 'paid' ? 'accent' : status === 'pending' ? 'warning' : 'quiet'
  return <Badge tone={tone}>{fulfillment_status === 'partial' ? 'Rest to send' : statusWords[status]}</Badge>
}

export function PaymentBadge({ payment_status }: Pick<Standing, 'payment_status'>) {
  const tone: Tone = payment_status === 'disputed' ? 'drop' : payment_status === 'unpaid' || payment_status === 'authorized' ? 'warning' : 'quiet'
  return <Badge tone={tone}>{paymentWords[payment_status]}</Badge>
}
