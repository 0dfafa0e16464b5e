'use client'

import { TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { formatMoney } from '@/lib/core/format-money'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { decideReturnAction, receiveReturnAction, refundReturnAction } from '../../actions'
import type { May } from '../page'
import { inMajor, worthOf } from './refund-dialog'
import { UnitFields } from './unit-fields'

type Props = { order: StaffOrder; wish: StaffOrder['returns'][number]; may: May; locale: string }

/** The next steps of a return, by its state. */
export function ReturnActions({ order, wish, may, locale }: Props) {
  const ref = (
    <>
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="id" value={wish.id} />
    </>
  )
  return (
    <div className="flex flex-wrap gap-2">
      {may.fulfil && wish.status === 'requested' && <Decide decision="approved" reference={ref} />}
      {may.fulfil && ['requested', 'approved'].includes(wish.status) && <Decide decision="rejected" reference={ref} />}
      {may.fulfil && wish.status === 'approved' && (
        <FormDialog
          open="It arrived"
          look="primary"
          title="What can be sold again?"
          yes="Mark as received"
          said="The return has arrived."
          action={receiveReturnAction}
        >
          {(form) => (
            <>
              {ref}
              <UnitFields
                legend="Back on the shelf"
                lines={wish.lines.map((line) => ({ ...line, id: line.order_item_id, max: line.quantity, hint: `${line.quantity} sent back` }))}
                values={form.values}
                isAll={wish.lines.every(({ reason }) => reason !== 'damaged')}
              />
              <p className="text-muted text-sm">What you leave out is not for sale again.</p>
            </>
          )}
        </FormDialog>
      )}
      {may.refund && wish.status === 'received' && order.refundable.amount > 0 && (
        <FormDialog
          open="Refund"
          look="primary"
          title="Refund this return"
          yes="Give the money back"
          said="The money is on its way back."
          action={refundReturnAction}
          actsOnce
          isDangerous
        >
          {(form) => (
            <>
              {ref}
              <input type="hidden" name="currency" value={order.refundable.currency} />
              <TextField
                id="return-amount"
                name="amount"
                label={`Amount in ${order.refundable.currency}`}
                inputMode="decimal"
                hint={`What was paid for these items, with their tax. At most ${formatMoney(order.refundable, locale)}.`}
                defaultValue={form.values.amount ?? inMajor(worthOf(order, unitsOf(order, wish)), order.refundable.currency)}
                error={form.errors.amount}
              />
            </>
          )}
        </FormDialog>
      )}
      {may.refund && wish.status === 'received' && (
        <FormDialog
          open="Finish without a refund"
          title="Finish this return without a refund"
          yes="Finish"
          said="The return is finished, and the customer is told."
          action={refundReturnAction}
          actsOnce
        >
          {() => (
            <>
              {ref}
              <input type="hidden" name="amount" value="0" />
              <p className="text-muted">For what was paid back before, or when nothing was paid. The customer is told that the return is done.</p>
            </>
          )}
        </FormDialog>
      )}
    </div>
  )
}

/** Of what was sent back, what was not refunded before. */
function unitsOf({ lines }: StaffOrder, wish: Props['wish']): Map<string, number> {
  const left = new Map(lines.map(({ id, quantity, refunded }) => [id, quantity - refunded]))
  return new Map(wish.lines.map(({ order_item_id: id, quantity }) => [id, Math.min(quantity, left.get(id) ?? 0)]))
}

function Decide({ decision, reference }: { decision: 'approved' | 'rejected'; reference: React.ReactNode }) {
  const isYes = decision === 'approved'
  return (
    <FormDialog
      open={isYes ? 'Approve' : 'Reject'}
      look={isYes ? 'primary' : 'quiet'}
      title={isYes ? 'Approve this return' : 'Reject this return'}
      yes={isYes ? 'Approve' : 'Reject'}
      said={isYes ? 'The return is approved, and the customer is told.' : 'The return is rejected, and the customer is told.'}
      action={decideReturnAction}
      isDangerous={!isYes}
    >
      {(form) => (
        <>
          {reference}
          <input type="hidden" name="decision" value={decision} />
          <TextField
            id="answer"
            name="answer"
            label={isYes ? 'What the customer should know (optional)' : 'Why not (optional)'}
            hint="The customer reads this."
            defaultValue={form.values.answer ?? ''}
            error={form.errors.answer}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
