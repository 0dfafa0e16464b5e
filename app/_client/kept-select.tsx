import type { ComponentProps } from 'react'
import { Select } from '@/app/_ui/field'
import type { FormActionState } from './use-form-action'

type Props = ComponentProps<'select'> & { kept: Pick<FormActionState<unknown>, 'answers' | 'values'>; name: string; first: string }

/**
 * A select of a form with a Server Action that keeps what was chosen when the form is refused. React resets a form after its action, and
 * a select falls back to what it was mounted with, also one with a `value` (facebook/react#30580): so it is mounted anew with every answer.
 */
export function KeptSelect({ kept, first, ...select }: Props) {
  return <Select key={kept.answers} defaultValue={kept.values[select.name] ?? first} {...select} />
}
