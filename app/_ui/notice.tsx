import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

const notice = cva('rounded-md px-4 py-3 text-base', {
  variants: {
    tone: {
      info: 'bg-sunken text-ink',
      success: 'bg-success-soft text-success',
      warning: 'bg-warning-soft text-warning',
      danger: 'bg-danger-soft text-danger',
    },
  },
  defaultVariants: { tone: 'info' },
})

/** A sentence that matters now. Give `role="alert"` when it appears because of something the person just did. */
export function Notice({ tone, className, ...props }: ComponentProps<'div'> & VariantProps<typeof notice>) {
  return <div className={notice({ tone, className })} {...props} />
}
