import { Notice } from '@/app/_ui/notice'
import type { FormActionState } from './use-form-action'

/** What is wrong with a form as a whole, with a way to each field that needs mending. Absent while all is well. */
export function FormSummary<T>({ form: { state, summary }, idPrefix = '' }: { form: FormActionState<T>; idPrefix?: string }) {
  if (state.status !== 'failed') return null
  const fields = Object.entries(state.fieldErrors)
  return (
    <Notice ref={summary} tone="danger" role="alert" tabIndex={-1}>
      {fields.length === 0 ? (
        <p className="font-semibold">{state.message}</p>
      ) : (
        <>
          <p className="font-semibold">{fields.length === 1 ? 'One thing is not right yet:' : `${fields.length} things are not right yet:`}</p>
          <ul className="mt-1 list-disc pl-5">
            {fields.map(([name, text]) => (
              <li key={name}>
                <a href={`#${idPrefix}${name}`} className="underline underline-offset-4">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
