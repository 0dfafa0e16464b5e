'use client'

import { ActionButton } from '@/app/(admin)/_parts/action-button'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { deliverAction } from '../../actions'
import type { May } from '../page'
import { CancelDialog } from './cancel-dialog'
import { RefundDialog } from './refund-dialog'
import { SendDialog } from './send-dialog'

/** What can be done with the order now, by its state and by what the person may do; the next step stands first and in colour. */
export function OrderActions({ order, may, locale }: { order: StaffOrder; may: May; locale: string }) {
  return (
    <>
      {may.refund && order.refundable.amount > 0 && order.status !== 'cancelled' && <RefundDialog order={order} locale={locale} />}
      {may.cancel && order.is_cancellable && <CancelDialog order={order} locale={locale} />}
      {may.fulfil && order.status === 'paid' && <SendDialog order={order} />}
      {may.fulfil && order.status === 'shipped' && (
        <ActionButton action={deliverAction} fields={{ number: order.number }} said={`Order ${order.number} is delivered.`} look="primary">
          Mark as delivered
        </ActionButton>
      )}
    </>
  )
}
