import type { Route } from 'next'
import { OnScreen } from '@/app/_client/on-screen'
import type { Facets, ProductPage, ProductSort } from '@/lib/catalog/schemas'
import { Chips } from './chips'
import { FILTERS_ID, FilterPanel } from './filter-panel'
import { ListBar } from './list-bar'
import { isFiltered, type ListQuery, writeListQuery } from './list-query'
import { NothingFound } from './nothing-found'
import { Pager } from './pager'
import { ProductGrid } from './product-grid'

type Props = {
  basePath: Route
  query: ListQuery
  page: ProductPage
  facets: Facets
  sort: ProductSort
  locale: string
  currency: string
  digits: number
  withCategories?: boolean
  withArranged?: boolean
}

/** A list that can be narrowed: filters, what is chosen, the order, the products and the way on. The same for browsing and searching. */
export function Listing({ basePath, query, page, facets, sort, locale, currency, digits, withCategories = false, withArranged = false }: Props) {
  const hidden = [...new URLSearchParams(writeListQuery(query, { sort: null }))]
  const categoryName = facets.categories.find(({ value }) => value === query.category)?.label ?? query.category ?? undefined
  if (page.data.length === 0 && facets.total.count === 0 && !isFiltered(query)) {
    // Nothing to narrow and nothing to sort: only what helps.
    return (
      <div className="page pb-8">
        <NothingFound basePath={basePath} query={query} />
      </div>
    )
  }
  return (
    <div className="page grid gap-x-10 pb-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <aside aria-label="Filters">
        <FilterPanel
          basePath={basePath}
          query={query}
          facets={facets}
          locale={locale}
          currency={currency}
          digits={digits}
          withCategories={withCategories}
        />
      </aside>
      <div>
        <ListBar
          basePath={basePath}
          total={facets.total}
          sort={sort}
          filters={{ hidden, panelId: FILTERS_ID }}
          withRelevance={query.q !== ''}
          withArranged={withArranged}
        />
        <Chips basePath={basePath} query={query} categoryName={categoryName} locale={locale} currency={currency} digits={digits} />
        {page.data.length > 0 ? (
          <ProductGrid cards={page.data} eager={4} heading="h2" columns={3} />
        ) : (
          <NothingFound basePath={basePath} query={query} />
        )}
        <Pager basePath={basePath} query={writeListQuery(query)} next={page.next_cursor} prev={page.prev_cursor} />
      </div>
      <OnScreen products={page.data.map(({ id, version }) => ({ id, version }))} />
    </div>
  )
}
