import type { Metadata, Route } from 'next'
import { OnScreen } from '@/app/_client/on-screen'
import { getCategoryPage, getCategoryTree } from '@/lib/catalog/cached'
import type { CategoryNode } from '@/lib/catalog/schemas'
import { appUrl } from '@/lib/platform/env'
import { CategoryHead, crumbsOf } from '../../_parts/category-head'
import { EmptyShelf } from '../../_parts/empty-shelf'
import { JsonLd } from '../../_parts/json-ld'
import { leadOn } from '../../_parts/lead-on'
import { ListBar } from '../../_parts/list-bar'
import { Pager } from '../../_parts/pager'
import { ProductGrid } from '../../_parts/product-grid'
import { breadcrumbList } from '../../_parts/structured'

type Props = { params: Promise<{ slug: string }> }

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  const slugs = allSlugs(await getCategoryTree())
  // An empty list fails the build; without categories one page that is not found takes its place.
  return (slugs.length > 0 ? slugs : ['none']).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = await getCategoryPage(slug)
  if (!page) return { title: 'Not found' }
  const { name, description, picture } = page.category
  return {
    title: name,
    description,
    alternates: { canonical: `/c/${slug}` },
    openGraph: {
      title: name,
      description,
      url: `/c/${slug}`,
      images: picture ? [{ url: picture.src, width: 1080, height: 1080, alt: picture.alt }] : undefined,
    },
  }
}

export default async function CategoryPage({ params }: Props) {
  const { slug } = await params
  const page = await getCategoryPage(slug)
  if (!page) return await leadOn('c', slug)
  const { category, products } = page
  const crumbs = crumbsOf(category)
  return (
    <>
      <CategoryHead category={category} />
      <div className="page pb-8">
        <ListBar
          basePath={`/c/${slug}/browse` as Route}
          total={category.product_count}
          sort={category.default_sort}
          filters={null}
          withArranged={category.default_sort === 'arranged'}
        />
        {products.data.length > 0 ? <ProductGrid cards={products.data} eager={4} heading="h2" /> : <EmptyShelf />}
        <Pager basePath={`/c/${slug}/browse` as Route} query="" next={products.next_cursor} prev={null} />
      </div>
      <OnScreen products={products.data.map(({ id, version }) => ({ id, version }))} />
      <JsonLd value={breadcrumbList(appUrl, [...crumbs, { href: `/c/${slug}` as Route, name: category.name }])} />
    </>
  )
}

const allSlugs = (categories: CategoryNode[]): string[] => categories.flatMap(({ slug, children }) => [slug, ...allSlugs(children)])
