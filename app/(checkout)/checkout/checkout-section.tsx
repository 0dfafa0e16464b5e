import type { ReactNode } from 'react'

/** One question of the form, with its heading. */
export function CheckoutSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-4">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  )
}
