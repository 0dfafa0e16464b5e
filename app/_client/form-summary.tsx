import { Notice } from '@/app/_ui/notice'
import { FieldProblems } from './field-problems'
import type { FormActionState } from './use-form-action'

type Props<T> = {
  form: FormActionState<T>
  idPrefix?: string
  /** By field name, where the name's own words are not what the field is called: for the time before there is a script. */
  labels?: Record<string, string>
}

/** What is wrong with a form as a whole, with a way to each field that needs mending. Absent while all is well. */
export function FormSummary<T>({ form: { state, summary }, idPrefix = '', labels }: Props<T>) {
  if (state.status !== 'failed') return null
  const count = Object.keys(state.fieldErrors).length
  return (
    <Notice ref={summary} tone="danger" role="alert" tabIndex={-1}>
      {count === 0 ? (
        <p className="font-semibold">{state.message}</p>
      ) : (
        <>
          <p className="font-semibold">{count === 1 ? 'One thing is not right yet:' : `${count} things are not right yet:`}</p>
          <FieldProblems errors={state.fieldErrors} idOf={(name) => `${idPrefix}${name}`} labels={labels} />
        </>
      )}
    </Notice>
  )
}
