import { type ComponentProps, useEffect, useRef } from 'react'
import { Select } from '@/app/_ui/field'
import type { FormActionState } from './use-form-action'

type Props = ComponentProps<'select'> & { kept: Pick<FormActionState<unknown>, 'answers' | 'values'>; name: string; first: string }

/**
 * A select of a form with a Server Action that keeps what was chosen when the form is refused. React resets a form after its action, and
 * a select falls back to what it was mounted with, also one with a `value` (facebook/react#30580): so it is mounted anew with every answer.
 */
export function KeptSelect({ kept, first, ...select }: Props) {
  const chosen = kept.values[select.name] ?? first
  return <Select key={kept.answers} ref={useChosenEarly(chosen)} defaultValue={chosen} {...select} />
}

/** What was chosen before the page had taken over has told nobody yet: on a slow line the fields of another country would stay. */
function useChosenEarly(drawn: string) {
  const box = useRef<HTMLSelectElement>(null)
  const atFirst = useRef(drawn)
  useEffect(() => {
    if (box.current && box.current.value !== atFirst.current) box.current.dispatchEvent(new Event('change', { bubbles: true }))
  }, [])
  return box
}
