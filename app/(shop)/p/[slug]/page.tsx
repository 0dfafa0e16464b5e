import type { Metadata, Route } from 'next'
import { OnScreen } from '@/app/_client/on-screen'
import { Undo2Icon } from '@/app/_ui/icons'
import { RichText } from '@/app/_ui/rich-text'
import { Stars } from '@/app/_ui/stars'
import { getProductPage, getProductSlugs, getSettings } from '@/lib/catalog/cached'
import { largestOf } from '@/lib/catalog/pictures'
import { shortDescription } from '@/lib/core/short-description'
import { appUrl } from '@/lib/platform/env'
import { shippingTo } from '@/lib/settings/shipping-of'
import { Breadcrumbs, type Crumb } from '../../_parts/breadcrumbs'
import { DeliveryLine } from '../../_parts/delivery-line'
import { JsonLd } from '../../_parts/json-ld'
import { leadOn } from '../../_parts/lead-on'
import { ProductGrid } from '../../_parts/product-grid'
import { ProductStage } from '../../_parts/product-stage'
import { Reviews } from '../../_parts/reviews'
import { Section } from '../../_parts/section'
import { shippingPrice } from '../../_parts/shipping-words'
import { breadcrumbList, productData } from '../../_parts/structured'

type Props = { params: Promise<{ slug: string }> }

/** How many pages a build makes ahead; the others are made when they are first asked for. */
const RENDERED_AHEAD = 200

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  const slugs = await getProductSlugs(RENDERED_AHEAD)
  // An empty list fails the build; without products one page that is not found takes its place.
  return (slugs.length > 0 ? slugs : ['none']).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const product = await getProductPage(slug)
  if (!product) return { title: 'Not found' }
  const title = product.seo_title || product.name
  const description = product.seo_description || shortDescription(product.description)
  return {
    title,
    description,
    alternates: { canonical: `/p/${slug}` },
    openGraph: {
      title,
      description,
      url: `/p/${slug}`,
      images: product.picture ? [{ url: largestOf(product.picture), width: 1080, height: 1080, alt: product.picture.alt }] : undefined,
    },
  }
}

export default async function ProductPage({ params }: Props) {
  const { slug } = await params
  const [product, settings] = await Promise.all([getProductPage(slug), getSettings()])
  if (!product) return await leadOn('p', slug)
  const { id, version, name, options, variants, pictures, rating } = product
  const crumbs: Crumb[] = [
    { href: '/', name: 'Home' },
    ...product.breadcrumbs.map((crumb): Crumb => ({ href: `/c/${crumb.slug}` as Route, name: crumb.name })),
  ]
  const [shipping] = shippingTo(settings, settings.homeCountry)
  return (
    <>
      <div className="page pt-4 md:pt-6">
        <Breadcrumbs crumbs={crumbs} />
        <div className="mt-4">
          <ProductStage
            product={{ id, version, name, options, variants, pictures }}
            head={
              <>
                <h1 className="text-pretty break-words text-[clamp(1.875rem,1.4rem+1.9vw,2.75rem)] leading-[1.08]">{name}</h1>
                {rating.count > 0 && (
                  <a href="#reviews" className="mt-3 inline-block rounded-md hover:underline">
                    <Stars average={rating.average} count={rating.count} />
                  </a>
                )}
              </>
            }
            foot={
              <div className="mt-6 grid gap-4 rounded-lg bg-sunken p-5">
                {shipping && (
                  <DeliveryLine
                    minDays={shipping.minDays}
                    maxDays={shipping.maxDays}
                    note={`${shipping.name}, ${shippingPrice(shipping, settings)}. You can follow it on its way.`}
                  />
                )}
                <p className="flex gap-3">
                  <Undo2Icon className="mt-0.5 shrink-0 text-accent" />
                  <span>
                    <span className="block font-medium">Cancel until it ships</span>
                    <span className="text-muted text-sm">With the link in your confirmation, without asking anybody.</span>
                  </span>
                </p>
              </div>
            }
          />
        </div>
        <div className="mt-14 grid gap-x-14 gap-y-10 border-line border-t pt-10 lg:grid-cols-2">
          <section aria-labelledby="about-title">
            <h2 id="about-title" className="text-xl">
              About it
            </h2>
            <RichText text={product.description} className="measure mt-4 text-lg" />
          </section>
          <section aria-labelledby="facts-title">
            <h2 id="facts-title" className="text-xl">
              The facts
            </h2>
            <dl className="mt-4">
              {[...Object.entries(product.attributes), ['Article number', product.sku]].map(([term, value]) => (
                <div
                  key={term}
                  className="grid grid-cols-[10rem_minmax(0,1fr)] gap-4 border-line border-b py-3 max-[24rem]:grid-cols-1 max-[24rem]:gap-0"
                >
                  <dt className="text-muted">{term}</dt>
                  <dd className="break-words">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
      <Section id="reviews" title="What buyers say">
        <Reviews product={product} locale={settings.locale} timeZone={settings.timeZone} />
      </Section>
      {product.recommendations.length > 0 && (
        <Section id="related" title="Goes well with it">
          <ProductGrid cards={product.recommendations.slice(0, 4)} />
        </Section>
      )}
      <OnScreen isDetail products={[product, ...product.recommendations.slice(0, 4)].map((shown) => ({ id: shown.id, version: shown.version }))} />
      <JsonLd value={productData(appUrl, product)} />
      <JsonLd value={breadcrumbList(appUrl, [...crumbs, { href: `/p/${slug}` as Route, name }])} />
    </>
  )
}
