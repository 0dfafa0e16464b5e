import type { Metadata, Route } from 'next'
import { connection } from 'next/server'
import { getCategoryPage, getSettings } from '@/lib/catalog/cached'
import { minorDigits } from '@/lib/core/format-money'
import { getFacets } from '@/lib/search/cached'
import { CategoryHead } from '../../../_parts/category-head'
import { foundProducts } from '../../../_parts/found-products'
import { leadOn, queryOf } from '../../../_parts/lead-on'
import { filtersOf, readListQuery } from '../../../_parts/list-query'
import { Listing } from '../../../_parts/listing'

/** Rendered per request and in one piece, so that it works without JavaScript. */
export const instant = false

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = await getCategoryPage(slug)
  if (!page) return { title: 'Not found' }
  // Filtered lists are countless; search engines are sent to the category itself.
  return {
    title: page.category.name,
    description: page.category.description,
    alternates: { canonical: `/c/${slug}` },
    robots: { index: false, follow: true },
  }
}

export default async function BrowsePage({ params, searchParams }: Props) {
  await connection()
  const [{ slug }, address, settings] = await Promise.all([params, searchParams, getSettings()])
  const shown = await getCategoryPage(slug)
  if (!shown) return await leadOn('c', slug, `/browse${queryOf(address)}`)
  const query = { ...readListQuery(address), q: '', category: null }
  const digits = minorDigits(settings.currency)
  const sort = query.sort ?? shown.category.default_sort
  const filters = { ...filtersOf(query, digits), category: slug }
  const [page, facets] = await Promise.all([foundProducts({ ...filters, q: '', sort }, query.cursor), getFacets(filters)])
  return (
    <>
      <CategoryHead category={shown.category} />
      <Listing
        basePath={`/c/${slug}/browse` as Route}
        query={query}
        page={page}
        facets={facets}
        sort={sort}
        withArranged={shown.category.default_sort === 'arranged'}
        digits={digits}
        locale={settings.locale}
        currency={settings.currency}
      />
    </>
  )
}
