'use client'

import { useState } from 'react'
import { Field, Select, TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { type StockReason, stockReasons } from '@/lib/core/stock-reasons'
import { adjustStockAction } from '../actions'

type Props = { level: { variant_id: string; sku: string; on_hand: number; reserved: number }; look?: 'primary' | 'quiet' }

const questions: Record<StockReason, string> = {
  received: 'How many came?',
  found: 'How many were found?',
  damaged: 'How many are damaged?',
  lost: 'How many are gone?',
  counted: 'How many are there now?',
  other: 'How many more? Fewer with a minus: -3',
}

/** What happened to a variant on the shelf, and how many units it concerns. */
export function AdjustDialog({ level, look }: Props) {
  return (
    // A cell of a table sets its text to the right; the dialog in it must not follow.
    <div className="inline-block text-left text-base">
      <FormDialog
        open="Adjust"
        look={look}
        title={`Change the stock of ${level.sku}`}
        yes="Save"
        said={`The stock of ${level.sku} is changed.`}
        action={adjustStockAction}
        actsOnce
      >
        {(form) => <Fields level={level} values={form.values} errors={form.errors} />}
      </FormDialog>
    </div>
  )
}

type FieldsProps = Pick<Props, 'level'> & { values: Record<string, string>; errors: Record<string, string> }

function Fields({ level, values, errors }: FieldsProps) {
  const [reason, setReason] = useState<StockReason>('received')
  return (
    <>
      <p className="text-muted">
        {level.on_hand} on hand, {level.reserved} of them reserved for orders.
      </p>
      <input type="hidden" name="variant_id" value={level.variant_id} />
      <Field
        id="reason"
        label="What happened?"
        control={(ties) => (
          <Select {...ties} name="reason" value={reason} onChange={(event) => setReason(event.target.value as StockReason)} data-takes-focus>
            {Object.entries(stockReasons).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        )}
      />
      <TextField
        id="units"
        name="units"
        label={questions[reason]}
        inputMode={reason === 'other' ? 'text' : 'numeric'}
        autoComplete="off"
        required
        defaultValue={values.units ?? ''}
        error={errors['changes/0/units']}
      />
      <TextField
        id="note"
        name="note"
        label="Note (optional)"
        hint="Stands in the ledger, for example the number of the delivery."
        maxLength={200}
        defaultValue={values.note ?? ''}
        error={errors.note}
      />
    </>
  )
}
