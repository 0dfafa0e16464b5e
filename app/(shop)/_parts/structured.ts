import { largestOf } from '@/lib/catalog/pictures'
import type { ProductDetail } from '@/lib/catalog/schemas'
import { minorDigits } from '@/lib/core/format-money'
import type { Money } from '@/lib/core/money'
import { plainText } from '@/lib/core/plain-text'
import type { Crumb } from './breadcrumbs'

type Data = Record<string, unknown>

/** schema.org/BreadcrumbList */
export function breadcrumbList(appUrl: string, crumbs: Crumb[]): Data {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ href, name }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: `${appUrl}${href}` })),
  }
}

/** schema.org/Product with one offer per variant, the rating when there is one, and the newest reviews. */
export function productData(appUrl: string, product: ProductDetail): Data {
  const url = `${appUrl}/p/${product.slug}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: plainText(product.description),
    sku: product.sku,
    url,
    image: product.pictures.map((picture) => new URL(largestOf(picture), appUrl).href),
    category: product.breadcrumbs.map(({ name }) => name).join(' > '),
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      sku: variant.sku,
      price: decimal(variant.price),
      priceCurrency: variant.price.currency,
      availability: `https://schema.org/${{ in_stock: 'InStock', low: 'LimitedAvailability', sold_out: 'OutOfStock' }[variant.availability]}`,
      itemCondition: 'https://schema.org/NewCondition',
      url: Object.keys(variant.options).length > 0 ? `${url}?${new URLSearchParams(variant.options)}` : url,
    })),
    ...(product.rating.count > 0 && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: product.rating.average, reviewCount: product.rating.count },
      review: product.reviews.map((review) => ({
        '@type': 'Review',
        name: review.title,
        reviewBody: review.body,
        datePublished: review.created_at.slice(0, 10),
        author: { '@type': 'Person', name: review.author },
        reviewRating: { '@type': 'Rating', ratingValue: review.rating },
      })),
    }),
  }
}

const decimal = ({ amount, currency }: Money): string => (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))
