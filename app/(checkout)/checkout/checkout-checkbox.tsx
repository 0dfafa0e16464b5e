import type { ComponentProps } from 'react'

/** A checkbox with its words, the whole line of which can be pressed. */
export function CheckoutCheckbox({ children, ...input }: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <label className="flex min-h-6 items-start gap-3 text-sm">
      <input type="checkbox" className="mt-0.5 size-5 shrink-0 accent-accent" {...input} />
      {children}
    </label>
  )
}
