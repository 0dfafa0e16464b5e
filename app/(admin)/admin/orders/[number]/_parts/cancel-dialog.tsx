'use client'

import { TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { formatMoney } from '@/lib/core/format-money'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { cancelAction } from '../../actions'

export function CancelDialog({ order, locale }: { order: StaffOrder; locale: string }) {
  return (
    <FormDialog
      open="Cancel"
      title={`Cancel order ${order.number}?`}
      yes="Cancel the order"
      said={`Order ${order.number} is cancelled.`}
      action={cancelAction}
      isDangerous
    >
      {(form) => (
        <>
          <input type="hidden" name="number" value={order.number} />
          <p className="text-muted">
            {order.refundable.amount > 0
              ? `The customer gets ${formatMoney(order.refundable, locale)} back and is told. This cannot be taken back.`
              : `${order.payment_status === 'refunded' ? 'All of its money was given back before.' : 'Nothing was paid.'} The customer is told. This cannot be taken back.`}
          </p>
          {order.status === 'paid' && (
            <label className="flex items-start gap-3">
              <input type="checkbox" name="restock" defaultChecked className="check mt-1" />
              <span>
                Put the items back on the shelf
                <span className="block text-muted text-sm">Leave it out when they are lost or broken.</span>
              </span>
            </label>
          )}
          <TextField
            id="cancel-note"
            name="note"
            label="Why (optional)"
            hint="It stands in the order's history, where the customer can read it."
            defaultValue={form.values.note ?? ''}
            error={form.errors.note}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
