import type { Metadata } from 'next'
import { OnScreen } from '@/app/_client/on-screen'
import { getHome, getSettings } from '@/lib/catalog/cached'
import { appUrl } from '@/lib/platform/env'
import { CategoryTiles } from './_parts/category-tiles'
import { Hero } from './_parts/hero'
import { JsonLd } from './_parts/json-ld'
import { ProductGrid } from './_parts/product-grid'
import { PromiseStrip } from './_parts/promise-strip'
import { Section } from './_parts/section'
import { Shelf } from './_parts/shelf'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const [{ featured, newest, bestRated, bestSellers, categories }, { shopName }] = await Promise.all([getHome(), getSettings()])
  const shown = [...featured.slice(0, 9), ...bestSellers, ...newest.slice(0, 4), ...bestRated]
  return (
    <>
      <Hero cards={featured} />
      <PromiseStrip />
      <Section id="departments-title" title="Where would you like to look?">
        <CategoryTiles categories={categories} />
      </Section>
      <Section id="featured" title="Picked by us" lead="A few things worth a closer look.">
        <ProductGrid cards={featured.slice(5, 9)} />
      </Section>
      <Section id="best-sellers" title="What most people take home" more={{ href: '/search?sort=best_selling', text: 'All best sellers' }}>
        <Shelf cards={bestSellers} label="Best sellers" />
      </Section>
      <Section id="new" title="Just in" more={{ href: '/search?sort=newest', text: 'Everything new' }}>
        <ProductGrid cards={newest.slice(0, 4)} />
      </Section>
      <Section id="best-rated" title="Rated best" more={{ href: '/search?sort=rating', text: 'All by rating' }}>
        <Shelf cards={bestRated} label="Best rated" />
      </Section>
      <OnScreen products={shown.map(({ id, version }) => ({ id, version }))} />
      <JsonLd
        value={{
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: shopName,
          url: appUrl,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${appUrl}/search?q={search_term_string}`,
            'query-input': 'required name=search_term_string',
          },
        }}
      />
    </>
  )
}
