'use client'

import { useRef } from 'react'
import { TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { formatMoney, minorDigits } from '@/lib/core/format-money'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { worthOfUnits } from '@/lib/payments/worth-of-units'
import { refundAction } from '../../actions'
import { UnitFields } from './unit-fields'

/** An amount as people write it: 12.50. */
export const inMajor = (minor: number, currency: string) => (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))

/** What was paid for the units with their tax, never more than there is to give back. */
export function worthOf(order: Pick<StaffOrder, 'lines' | 'refundable'>, units: Map<string, number>): number {
  const sum = order.lines.reduce((all, line) => all + worthOfUnits(line, Math.max(0, units.get(line.id) ?? 0)), 0)
  return Math.min(sum, order.refundable.amount)
}

/** Money back, wholly or for units: choosing units fills the amount in, which can be changed. */
export function RefundDialog({ order, locale }: { order: StaffOrder; locale: string }) {
  const amount = useRef<HTMLInputElement>(null)
  /** Somebody's own amount stays, whatever they choose afterwards. */
  const isOwn = useRef(false)
  const { currency } = order.refundable
  const lines = order.lines.map((line) => ({ ...line, max: line.quantity - line.refunded, hint: `${formatMoney(line.price, locale)} each` }))
  return (
    <FormDialog
      open="Refund"
      title={`Refund ${order.number}`}
      yes="Give the money back"
      said="The money is on its way back."
      action={refundAction}
      actsOnce
      isDangerous
    >
      {(form) => (
        <>
          <input type="hidden" name="number" value={order.number} />
          <input type="hidden" name="currency" value={currency} />
          <UnitFields
            legend="For which items (optional)"
            lines={lines.filter(({ max }) => max > 0)}
            values={form.values}
            onChange={(units) => {
              if (amount.current && !isOwn.current) amount.current.value = inMajor(worthOf(order, units), currency)
            }}
          />
          {order.lines.some(({ to_send }) => to_send > 0) && (
            <p className="text-muted text-sm">
              Items that you choose and that have not left yet are not sent any more. Choose none, and only money goes back: they wait to be sent
              until all of it was given back.
            </p>
          )}
          <label className="flex items-center gap-3">
            <input type="checkbox" name="restock" className="check" />
            Put these items back on the shelf
          </label>
          <TextField
            ref={amount}
            id="amount"
            name="amount"
            label={`Amount in ${currency}`}
            inputMode="decimal"
            onInput={() => {
              isOwn.current = true
            }}
            hint={`At most ${formatMoney(order.refundable, locale)}. This cannot be taken back.`}
            defaultValue={form.values.amount ?? inMajor(order.refundable.amount, currency)}
            error={form.errors.amount}
          />
          <TextField
            id="refund-reason"
            name="reason"
            label="Why (optional)"
            defaultValue={form.values.reason ?? ''}
            error={form.errors.reason}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  )
}
