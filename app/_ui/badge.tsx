import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

const badge = cva('inline-flex items-center rounded-full px-2.5 py-0.5 font-semibold text-sm', {
  variants: {
    tone: {
      neutral: 'bg-surface text-ink',
      quiet: 'bg-sunken text-ink',
      accent: 'bg-accent-soft text-accent',
      drop: 'bg-drop text-paper',
      warning: 'bg-warning-soft text-warning',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

export function Badge({ tone, className, ...props }: ComponentProps<'span'> & VariantProps<typeof badge>) {
  return <span className={badge({ tone, className })} {...props} />
}
