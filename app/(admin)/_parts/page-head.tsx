import type { ReactNode } from 'react'
import { ChevronRightIcon } from '@/app/_ui/icons'

type Props = {
  title: ReactNode
  /** The way here, without Home and without the page itself: `[['Orders', '/admin/orders']]`. */
  crumbs?: (readonly [name: string, href: string])[]
  /** Beside the title: badges that say where it stands. */
  beside?: ReactNode
  children?: ReactNode
  actions?: ReactNode
}

/** The top of every page of the dashboard: the way here, the title, and what can be done. */
export function PageHead({ title, crumbs = [], beside, children, actions }: Props) {
  return (
    <div className="mb-5">
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumbs" className="mb-1 text-muted text-sm">
          <ol className="flex flex-wrap items-center gap-1">
            {crumbs.map(([name, href]) => (
              <li key={href} className="flex items-center gap-1">
                <a href={href} className="rounded-md py-1 underline-offset-4 hover:text-ink hover:underline">
                  {name}
                </a>
                <ChevronRightIcon width="14" height="14" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl">{title}</h1>
          {beside}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children && <p className="measure mt-1 text-muted">{children}</p>}
    </div>
  )
}

/** The page itself, below the bar. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main id="content" tabIndex={-1} className={`mx-auto w-full px-4 py-5 outline-none sm:px-6 lg:py-7 ${narrow ? 'max-w-4xl' : 'max-w-[90rem]'}`}>
      {children}
    </main>
  )
}

/**
 * A page in two columns. `side` stands on the right where there is room and above where there is not; it comes first in the document, so that
 * nothing moves while the page arrives.
 */
export function Columns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-4 xl:col-start-2 xl:row-start-1">{side}</div>
      <div className="grid min-w-0 gap-4 xl:col-start-1 xl:row-start-1">{children}</div>
    </div>
  )
}

/** A group of things on a page. */
export function Panel({
  id,
  title,
  children,
  action,
  flush = false,
}: {
  id: string
  title: string
  children: ReactNode
  action?: ReactNode
  flush?: boolean
}) {
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg bg-surface shadow-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-3 sm:px-5">
        <h2 id={id} className="font-sans font-semibold text-base tracking-normal">
          {title}
        </h2>
        {action}
      </div>
      <div className={flush ? 'pb-1' : 'px-4 pb-4 sm:px-5 sm:pb-5'}>{children}</div>
    </section>
  )
}
