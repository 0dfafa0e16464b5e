import type { Route } from 'next'
import Link from 'next/link'
import { ChevronRightIcon } from '@/app/_ui/icons'

export type Crumb = { href: Route; name: string }

/** What leads on stands after a name, so that no line of a narrow screen begins with it. */
export function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current?: string }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="-mx-1 flex flex-wrap items-center gap-y-1 text-muted text-sm">
        {crumbs.map(({ href, name }, index) => (
          <li key={href} className="flex items-center">
            <Link href={href} prefetch={false} className="rounded-md px-1 py-1 hover:text-ink hover:underline">
              {name}
            </Link>
            {(current || index < crumbs.length - 1) && separator}
          </li>
        ))}
        {current && (
          <li className="flex items-center text-ink">
            <span aria-current="page" className="px-1 py-1">
              {current}
            </span>
          </li>
        )}
      </ol>
    </nav>
  )
}

const separator = <ChevronRightIcon width="14" height="14" className="text-edge" />
