import type { Route } from 'next'
import Link from 'next/link'
import { XIcon } from '@/app/_ui/icons'
import { priceText } from './filter-panel'
import { isFiltered, type ListQuery, writeListQuery } from './list-query'

type Props = { basePath: Route; query: ListQuery; categoryName?: string; locale: string; currency: string; digits: number }

/** What is filtered at the moment; each can be taken away by itself. */
export function Chips({ basePath, query, categoryName, locale, currency, digits }: Props) {
  if (!isFiltered(query)) return null
  const without = (changes: Partial<ListQuery>) => {
    const rest = writeListQuery(query, changes)
    return (rest ? `${basePath}?${rest}` : basePath) as Route
  }
  const chips: { text: string; href: Route }[] = [
    ...(query.category && categoryName ? [{ text: categoryName, href: without({ category: null }) }] : []),
    ...(query.price ? [{ text: priceText(query.price, currency, locale, digits), href: without({ price: null }) }] : []),
    ...(query.inStock ? [{ text: 'In stock', href: without({ inStock: false }) }] : []),
    ...(query.rating ? [{ text: `${query.rating} stars and up`, href: without({ rating: null }) }] : []),
    ...query.facets.map((facet) => ({
      text: `${facet.name}: ${facet.value}`,
      href: without({ facets: query.facets.filter((other) => other !== facet) }),
    })),
  ]
  return (
    <ul aria-label="Active filters" className="mb-6 flex flex-wrap gap-2">
      {chips.map(({ text, href }) => (
        <li key={text}>
          <Link
            href={href}
            prefetch={false}
            scroll={false}
            aria-label={`Remove the filter ${text}`}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-accent-soft px-3.5 font-medium text-accent text-sm hover:bg-sunken"
          >
            {text} <XIcon width="15" height="15" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={without({ category: null, price: null, inStock: false, rating: null, facets: [] })}
          prefetch={false}
          scroll={false}
          className="inline-flex min-h-9 items-center px-2 font-medium text-muted text-sm underline underline-offset-4 hover:text-ink"
        >
          Clear all
        </Link>
      </li>
    </ul>
  )
}
