import type { ReactNode } from 'react'

/** The top of every page of an account. */
export function PageHead({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-xl">{title}</h1>
        {children && <p className="measure mt-2 text-muted">{children}</p>}
      </div>
      {action}
    </div>
  )
}

/** A group of things on such a page. */
export function Panel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="rounded-lg bg-surface p-6 shadow-sm sm:p-8">
      <h2 id={id} className="mb-4 text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}
