import type { Route } from 'next'
import Link from 'next/link'
import { button } from '@/app/_ui/button'
import { isFiltered, type ListQuery, writeListQuery } from './list-query'

/** No result is a moment to help: take the filters away, or look elsewhere. */
export function NothingFound({ basePath, query }: { basePath: Route; query: ListQuery }) {
  const unfiltered = writeListQuery({ ...query, category: null, price: null, inStock: false, rating: null, facets: [] })
  return (
    <div className="rounded-lg bg-sunken px-6 py-14 text-center">
      <p className="display text-xl">
        {isFiltered(query) ? 'Nothing fits all of these filters' : query.q ? 'Nothing fits these words' : 'There is nothing here yet'}
      </p>
      <p className="mx-auto mt-2 max-w-[46ch] text-muted">
        {isFiltered(query)
          ? 'Take a filter away and more will appear.'
          : 'Try a shorter or more general word. Small typing mistakes are forgiven, so it is probably not the spelling.'}
      </p>
      {isFiltered(query) && (
        <Link href={(unfiltered ? `${basePath}?${unfiltered}` : basePath) as Route} prefetch={false} className={button({ className: 'mt-6' })}>
          Clear all filters
        </Link>
      )}
    </div>
  )
}
