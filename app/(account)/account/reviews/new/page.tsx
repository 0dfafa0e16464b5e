import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { button } from '@/app/_ui/button'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { newId } from '@/lib/core/ids'
import { requireReviewState } from '@/lib/reviews/require-review-state'
import { writeReviewAction } from '../actions'
import { ProductHead } from '../product-head'
import { ReviewForm } from '../review-form'

export const instant = false

export const metadata: Metadata = { title: 'Write a review' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const titles = { can_write: 'Write a review', not_yet: 'Not on its way yet', nobody: 'Reviews come from buyers' }

export default async function NewReviewPage({ searchParams }: Props) {
  const { product: slug } = await searchParams
  if (typeof slug !== 'string' || slug === '' || slug.includes('\u0000')) notFound()
  const path = `/account/reviews/new?product=${encodeURIComponent(slug)}`
  const { product, buyer, review } = await signedIn(path, (ctx) => requireReviewState(ctx, { slug }))
  if (review) redirect(`/account/reviews/${review.id}` as Route)
  return (
    <>
      <PageHead title={titles[buyer ?? 'nobody']} />
      <div className="grid gap-8">
        <ProductHead product={product} />
        {buyer === 'can_write' ? (
          <ReviewForm action={writeReviewAction} hidden={{ product_id: product.id, idempotency_key: newId() }} submitLabel="Send the review" />
        ) : (
          <div className="grid justify-items-start gap-4">
            {buyer === 'not_yet' ? (
              <p className="measure">You bought the {product.name}. You can review it once it is on its way.</p>
            ) : (
              <p className="measure">
                You have not bought the {product.name} with this account yet. Once an order with it is on its way, you can write about it here. Did
                you order as a guest? Bring that order into your account first.
              </p>
            )}
            <a href="/account/orders" className={button({ look: 'quiet' })}>
              To your orders
            </a>
          </div>
        )}
      </div>
    </>
  )
}
