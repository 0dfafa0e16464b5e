import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

/** The look of a button, for links that act as one too: `<Link className={button({ look: 'primary' })}>`. Targets are at least 40 px high. */
export const button = cva(
  'inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-full font-semibold transition-[background-color,color,border-color,transform] active:scale-[0.98] disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55',
  {
    variants: {
      look: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
        secondary: 'bg-ink text-paper hover:bg-ink/85',
        quiet: 'border border-edge bg-transparent text-ink hover:border-ink hover:bg-sunken',
        plain: 'text-ink hover:bg-sunken',
        danger: 'bg-danger text-paper hover:bg-danger/85',
      },
      size: {
        sm: 'h-10 px-4 text-sm',
        md: 'h-11 px-5 text-base',
        lg: 'h-14 px-8 text-base',
        icon: 'size-11',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { look: 'primary', size: 'md' },
  },
)

type Props = ComponentProps<'button'> & VariantProps<typeof button>

export function Button({ look, size, wide, className, type = 'button', ...props }: Props) {
  return <button type={type} className={button({ look, size, wide, className })} {...props} />
}
