import type { Metadata, Route } from 'next'
import { connection } from 'next/server'
import { getHome, getSettings } from '@/lib/catalog/cached'
import { minorDigits } from '@/lib/core/format-money'
import { getFacets } from '@/lib/search/cached'
import { CategoryTiles } from '../_parts/category-tiles'
import { foundProducts } from '../_parts/found-products'
import { filtersOf, isFiltered, readListQuery } from '../_parts/list-query'
import { Listing } from '../_parts/listing'
import { Section } from '../_parts/section'
import { Shelf } from '../_parts/shelf'

export const instant = false

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readListQuery(await searchParams)
  return { title: q ? `Search: ${q}` : 'All products', robots: { index: false, follow: true } }
}

export default async function SearchPage({ searchParams }: Props) {
  await connection()
  const [address, settings] = await Promise.all([searchParams, getSettings()])
  const query = readListQuery(address)
  const digits = minorDigits(settings.currency)
  const sort = query.sort ?? (query.q ? 'relevance' : 'best_selling')
  const filters = filtersOf(query, digits)
  const page = await foundProducts({ ...filters, q: query.q, sort }, query.cursor)
  // The counts belong to the words that were really searched for.
  const facets = await getFacets({ ...filters, search: page.some_of ?? page.corrected_to ?? (query.q || undefined) })
  const alternatives = page.data.length === 0 && !isFiltered(query) ? await getHome() : null
  return (
    <>
      <div className="page pt-6 pb-6 md:pt-8">
        <h1 className="break-words text-[clamp(2rem,1.4rem+2.6vw,3.25rem)] leading-[1.05]">
          {query.q ? <>Results for “{query.q}”</> : 'All products'}
        </h1>
        {page.corrected_to && (
          <p className="mt-3 text-lg text-muted">
            Nothing is called that. Shown is what we have for <strong className="text-ink">{page.corrected_to}</strong>.
          </p>
        )}
        {page.some_of && <p className="mt-3 text-lg text-muted">Nothing here has all of these words. These have some of them.</p>}
      </div>
      <Listing
        basePath={'/search' as Route}
        query={query}
        page={page}
        facets={facets}
        sort={sort}
        digits={digits}
        locale={settings.locale}
        currency={settings.currency}
        withCategories
      />
      {alternatives && (
        <>
          <Section id="alternatives" title="What most people take home">
            <Shelf cards={alternatives.bestSellers} label="Best sellers" />
          </Section>
          <Section id="departments-title" title="Or look around">
            <CategoryTiles categories={alternatives.categories} />
          </Section>
        </>
      )}
    </>
  )
}
