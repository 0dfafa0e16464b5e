'use client'

import { TextField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { sendParcelAction } from '../../actions'
import { UnitFields } from './unit-fields'

/** A parcel: what is in it, who carries it, and under which number. All that is left unless somebody says otherwise. */
export function SendDialog({ order }: { order: StaffOrder }) {
  const left = order.lines.map((line) => ({ ...line, max: line.to_send })).filter(({ max }) => max > 0)
  return (
    <FormDialog
      open={order.fulfillment_status === 'partial' ? 'Send the rest' : 'Send'}
      look="primary"
      title={`Send ${order.number}`}
      yes="Mark as sent"
      said="The parcel is on its way, and the customer is told."
      action={sendParcelAction}
      actsOnce
    >
      {(form) => (
        <>
          <input type="hidden" name="number" value={order.number} />
          {order.payment_status === 'refunded' && <Notice tone="warning">All of its money was given back. Send it only if it still goes out.</Notice>}
          <UnitFields legend="What is in the parcel" lines={left} values={form.values} isAll />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              id="carrier"
              name="carrier"
              label="Carrier (optional)"
              defaultValue={form.values.carrier ?? ''}
              error={form.errors.carrier}
              maxLength={80}
            />
            <TextField
              id="tracking_number"
              name="tracking_number"
              label="Tracking number (optional)"
              defaultValue={form.values.tracking_number ?? ''}
              error={form.errors.tracking_number}
              maxLength={120}
            />
          </div>
          <TextField
            id="tracking_url"
            name="tracking_url"
            type="url"
            label="Link to follow it (optional)"
            placeholder="https://"
            defaultValue={form.values.tracking_url ?? ''}
            error={form.errors.tracking_url}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
