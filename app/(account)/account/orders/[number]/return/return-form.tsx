'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { KeptSelect } from '@/app/_client/kept-select'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { Field, inputClass } from '@/app/_ui/field'
import { Picture } from '@/app/_ui/picture'
import { requestReturnAction } from '@/app/(account)/account/orders/[number]/actions'
import { reasonWords } from '@/app/(account)/account/orders/[number]/return-words'
import type { ReturnsOfOrder } from '@/lib/returns/schemas'

type Props = { number: string; lines: ReturnsOfOrder['lines']; formKey: string }

/** A quantity and a reason for each line; lines with a quantity of none stay with the shopper. */
export function ReturnForm({ number, lines, formKey }: Props) {
  const form = useFormAction(requestReturnAction)
  return (
    <form action={form.submit} noValidate className="grid gap-6">
      <FormSummary form={form} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="idempotency_key" value={formKey} />
      <ul id="lines" tabIndex={-1} aria-label="What you bought" className="grid gap-4">
        {lines.map((line) => (
          <li key={line.id} className="grid gap-4 rounded-lg bg-surface p-5 shadow-sm">
            <div className="grid grid-cols-[4rem_minmax(0,1fr)] gap-4">
              <span className="tile block aspect-square" style={{ borderRadius: 'var(--radius-md)' }}>
                {line.picture && <Picture picture={line.picture} sizes="64px" alt="" />}
              </span>
              <p>
                <span className="block font-medium">{line.name}</span>
                {line.variant_title && <span className="block text-muted text-sm">{line.variant_title}</span>}
              </p>
            </div>
            <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-4">
              <Field
                id={`quantity-${line.id}`}
                label="How many"
                control={(ties) => (
                  <KeptSelect {...ties} kept={form} name={`quantity/${line.id}`} first="0">
                    <option value="0">None</option>
                    {Array.from({ length: line.returnable }, (_, n) => n + 1).map((count) => (
                      <option key={count}>{count}</option>
                    ))}
                  </KeptSelect>
                )}
              />
              <Field
                id={`reason-${line.id}`}
                label="Why"
                control={(ties) => (
                  <KeptSelect {...ties} kept={form} name={`reason/${line.id}`} first="changed_mind">
                    {Object.entries(reasonWords).map(([reason, words]) => (
                      <option key={reason} value={reason}>
                        {words}
                      </option>
                    ))}
                  </KeptSelect>
                )}
              />
            </div>
          </li>
        ))}
      </ul>
      <Field
        id="note"
        label="Anything we should know (optional)"
        control={(ties) => (
          <textarea {...ties} name="note" rows={3} maxLength={1000} defaultValue={form.values.note} className={`${inputClass} h-auto py-3`} />
        )}
      />
      <SubmitButton isPending={form.isPending} size="lg" className="justify-self-start">
        Ask to return these
      </SubmitButton>
    </form>
  )
}
