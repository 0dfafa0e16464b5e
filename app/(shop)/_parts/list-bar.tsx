import type { Route } from 'next'
import Link from 'next/link'
import { AutoForm } from '@/app/_client/auto-form'
import { button } from '@/app/_ui/button'
import { ChevronDownIcon, SlidersHorizontalIcon } from '@/app/_ui/icons'
import type { ProductSort } from '@/lib/catalog/schemas'

type Count = { count: number; is_exact: boolean }

const labels: [ProductSort, string][] = [
  ['arranged', 'Our order'],
  ['relevance', 'Best match'],
  ['best_selling', 'Best selling'],
  ['newest', 'Newest'],
  ['rating', 'Best rated'],
  ['price', 'Price, low to high'],
  ['-price', 'Price, high to low'],
]

type Props = {
  basePath: Route
  total: Count
  sort: ProductSort
  /** What else the address says, to be kept when the order changes. Null on the static page, where filtering means going to the browse page. */
  filters: { hidden: [string, string][]; panelId: string } | null
  withRelevance?: boolean
  /** Somebody put these in order. */
  withArranged?: boolean
}

/** How many there are, in which order, and the way to the filters. */
export function ListBar({ basePath, total, sort, filters, withRelevance = false, withArranged = false }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p role="status" className="tabular text-muted">
        {countText(total)}
      </p>
      <div className="flex items-center gap-2">
        {filters ? (
          <button type="button" popoverTarget={filters.panelId} className={button({ look: 'quiet', size: 'sm', className: 'lg:hidden' })}>
            <SlidersHorizontalIcon width="18" height="18" /> Filter
          </button>
        ) : (
          <Link href={basePath} prefetch={false} className={button({ look: 'quiet', size: 'sm' })}>
            <SlidersHorizontalIcon width="18" height="18" /> Filter
          </Link>
        )}
        <AutoForm action={basePath} className="flex items-center gap-2" label="Order">
          {filters?.hidden.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <span className="relative">
            <select
              name="sort"
              aria-label="Order of the list"
              defaultValue={sort}
              key={sort}
              className="h-10 appearance-none rounded-full border border-edge bg-paper pr-10 pl-4 font-semibold text-sm hover:border-ink"
            >
              {labels
                .filter(([value]) => (withRelevance || value !== 'relevance') && (withArranged || value !== 'arranged'))
                .map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
            </select>
            <ChevronDownIcon width="18" height="18" className="pointer-events-none absolute top-2.5 right-3.5" />
          </span>
          <button type="submit" className={button({ look: 'quiet', size: 'sm', className: 'without-js' })}>
            Go
          </button>
        </AutoForm>
      </div>
    </div>
  )
}

const countText = ({ count, is_exact }: Count): string =>
  count === 0 ? 'Nothing found' : `${count.toLocaleString('en')}${is_exact ? '' : '+'} ${count === 1 && is_exact ? 'product' : 'products'}`
