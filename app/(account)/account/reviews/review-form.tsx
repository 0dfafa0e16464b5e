'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormAction, useFormAction } from '@/app/_client/use-form-action'
import { button } from '@/app/_ui/button'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { reviewLimits } from '@/lib/reviews/review-limits'
import { StarField } from './star-field'

type Props<T> = {
  action: FormAction<T>
  /** What names the review or the product. */
  hidden: Record<string, string>
  before?: { rating: number; title: string; body: string }
  submitLabel: string
}

const { title, body } = reviewLimits
const labels = { rating: 'Your rating', body: 'Your review' }

/** Stars, a title and a text, for a new review and for one that is changed. */
export function ReviewForm<T>({ action, hidden, before, submitLabel }: Props<T>) {
  const form = useFormAction(action)
  const { errors, values } = form
  return (
    <form action={form.submit} noValidate className="grid max-w-xl gap-6">
      <FormSummary form={form} labels={labels} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <StarField key={values.rating} chosen={Number(values.rating ?? before?.rating ?? 0)} error={errors.rating} />
      <TextField
        id="title"
        name="title"
        label="Title"
        hint={`What it comes down to, in ${title.min} to ${title.max} characters.`}
        maxLength={title.max}
        aria-required
        autoComplete="off"
        defaultValue={values.title ?? before?.title}
        error={errors.title}
      />
      <Field
        id="body"
        label={labels.body}
        hint={`What is it like to live with? ${body.min} to ${body.max.toLocaleString('en')} characters, plain text.`}
        error={errors.body}
        control={(ties) => (
          <textarea
            {...ties}
            name="body"
            rows={8}
            maxLength={body.max}
            aria-required
            defaultValue={values.body ?? before?.body}
            className={`${inputClass} h-auto min-h-40 resize-y py-3`}
          />
        )}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton isPending={form.isPending}>{submitLabel}</SubmitButton>
        <a href="/account/reviews" className={button({ look: 'plain' })}>
          Cancel
        </a>
      </div>
    </form>
  )
}
