import type { Ref } from 'react'
import { Notice } from '@/app/_ui/notice'
import { idOf } from './checkout-field'

/** Takes the focus after a refusal, and leads to each field that needs mending. */
export function ErrorSummary({ ref, message, errors }: { ref: Ref<HTMLDivElement>; message: string | null; errors: Record<string, string> }) {
  const list = Object.entries(errors)
  return (
    <Notice ref={ref} tone="danger" role="alert" tabIndex={-1} className="mb-6">
      <p className="font-semibold">
        {message ?? (list.length === 1 ? 'One thing is missing or not right yet:' : `${list.length} things are missing or not right yet:`)}
      </p>
      {list.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {list.map(([name, text]) => (
            <li key={name}>
              <a href={`#${idOf(name)}`} className="underline underline-offset-4">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
