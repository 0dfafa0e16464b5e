import type { Route } from 'next'
import { SummaryLines } from '@/app/(checkout)/_parts/order-summary'
import type { OrderView } from '@/lib/orders/schemas'

type Props = { order: OrderView; locale: string; isBuyer: boolean }

/** What was bought, each with the way to its product while that is sold; once it arrived, who bought it may write about it, once per product. */
export function OrderItems({ order, locale, isBuyer }: Props) {
  const canReview = isBuyer && order.status === 'delivered'
  const lines = order.lines.map((line, index) => {
    const { product_slug: slug } = line
    const isFirst = order.lines.findIndex(({ product_slug }) => product_slug === slug) === index
    return {
      ...line,
      href: slug ? (`/p/${encodeURIComponent(slug)}` as Route) : null,
      reviewHref: slug && canReview && isFirst ? (`/account/reviews/new?product=${encodeURIComponent(slug)}` as Route) : null,
    }
  })
  return (
    <section aria-labelledby="items" className="grid gap-4">
      <h2 id="items" className="text-lg">
        Items
      </h2>
      <SummaryLines lines={lines} locale={locale} />
    </section>
  )
}
