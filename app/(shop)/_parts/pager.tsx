import type { Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { ChevronLeftIcon, ChevronRightIcon } from '@/app/_ui/icons'

type Props = {
  basePath: Route
  /** The rest of the address, without a cursor. */
  query: string
  next: string | null
  prev: string | null
}

/** Pages by cursor: there is a previous one and a next one, and no numbers to jump to. */
export function Pager({ basePath, query, next, prev }: Props) {
  if (!next && !prev) return null
  const href = (cursor: string) => `${basePath}?${query ? `${query}&` : ''}cursor=${encodeURIComponent(cursor)}` as Route
  return (
    <nav aria-label="Pages" className="mt-12 flex justify-center gap-3">
      {prev && (
        <Link href={href(prev)} rel="prev" prefetch={false} className={button({ look: 'quiet' })}>
          <ChevronLeftIcon /> Previous
        </Link>
      )}
      {next && (
        <Link href={href(next)} rel="next" prefetch={false} className={button({ look: 'quiet' })}>
          Show more <ChevronRightIcon />
        </Link>
      )}
    </nav>
  )
}
