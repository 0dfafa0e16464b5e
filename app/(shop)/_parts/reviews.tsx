import type { Route } from 'next'
import Link from 'next/link'
import { ArrowRightIcon } from '@/app/_ui/icons'
import type { ProductDetail } from '@/lib/catalog/schemas'
import { RatingSummary } from './rating-summary'
import { ReviewList } from './review-list'
import { WriteReviewLink } from './write-review-link'

type Props = { product: Pick<ProductDetail, 'id' | 'slug' | 'reviews' | 'rating' | 'rating_histogram'>; locale: string; timeZone: string }

/** What buyers say: the average, how the ratings are spread, the newest ten, and the ways to all of them and to one's own. */
export function Reviews({ product: { id, slug, reviews, rating, rating_histogram }, locale, timeZone }: Props) {
  if (rating.count === 0) {
    return (
      <div className="grid gap-5">
        <p>Nobody has written about it yet.</p>
        <WriteReviewLink productId={id} slug={slug} />
      </div>
    )
  }
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div className="grid content-start gap-6">
        <RatingSummary slug={slug} rating={rating} rating_histogram={rating_histogram} />
        <WriteReviewLink productId={id} slug={slug} />
      </div>
      <div className="grid content-start gap-8">
        <ReviewList reviews={reviews} locale={locale} timeZone={timeZone} />
        {rating.count > 1 && (
          <Link
            href={`/p/${slug}/reviews` as Route}
            prefetch={false}
            className="inline-flex min-h-8 items-center gap-1.5 justify-self-start font-semibold text-accent hover:underline"
          >
            {rating.count > reviews.length ? `All ${rating.count} reviews` : 'Sort and filter the reviews'} <ArrowRightIcon width="16" height="16" />
          </Link>
        )}
      </div>
    </div>
  )
}
