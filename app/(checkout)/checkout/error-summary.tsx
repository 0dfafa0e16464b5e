import type { Ref } from 'react'
import { FieldProblems } from '@/app/_client/field-problems'
import { Notice } from '@/app/_ui/notice'
import { idOf } from './checkout-field'

/** Takes the focus after a refusal, and leads to each field that needs mending. */
export function ErrorSummary({ ref, message, errors }: { ref: Ref<HTMLDivElement>; message: string | null; errors: Record<string, string> }) {
  const count = Object.keys(errors).length
  return (
    <Notice ref={ref} tone="danger" role="alert" tabIndex={-1} className="mb-6">
      <p className="font-semibold">
        {message ?? (count === 1 ? 'One thing is missing or not right yet:' : `${count} things are missing or not right yet:`)}
      </p>
      {count > 0 && <FieldProblems errors={errors} idOf={idOf} />}
    </Notice>
  )
}
