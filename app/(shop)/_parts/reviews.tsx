import { Stars } from '@/app/_ui/stars'
import type { ProductDetail } from '@/lib/catalog/schemas'

type Props = Pick<ProductDetail, 'reviews' | 'rating' | 'rating_histogram'> & { locale: string; timeZone: string }

/** What buyers say: the average, how the ratings are spread, and the newest ten. */
export function Reviews({ reviews, rating, rating_histogram, locale, timeZone }: Props) {
  if (rating.count === 0) return <p className="text-muted">Nobody has written about it yet.</p>
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div>
        <p className="display tabular text-[3.5rem] leading-none">{rating.average.toFixed(1)}</p>
        <Stars average={rating.average} className="mt-3" />
        <p className="mt-1 text-muted text-sm">
          from {rating.count} {rating.count === 1 ? 'review' : 'reviews'}
        </p>
        <ul aria-label="How the ratings are spread" className="mt-5 grid gap-1.5">
          {[5, 4, 3, 2, 1].map((stars) => {
            const count = rating_histogram[stars - 1] ?? 0
            return (
              <li key={stars} className="tabular grid grid-cols-[3.5rem_1fr_2rem] items-center gap-3 text-sm">
                <span>
                  {stars} {stars === 1 ? 'star' : 'stars'}
                </span>
                <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-star" style={{ width: `${(count / rating.count) * 100}%` }} />
                </span>
                <span className="text-right text-muted">
                  {count}
                  <span className="sr-only"> {count === 1 ? 'review' : 'reviews'}</span>
                </span>
              </li>
            )
          })}
        </ul>
      </div>
      <ul className="grid gap-8">
        {reviews.map((review) => (
          <li key={review.id}>
            <article>
              <Stars average={review.rating} />
              <h3 className="mt-1.5 text-lg">{review.title}</h3>
              <p className="measure mt-1">{review.body}</p>
              <p className="mt-2 text-muted text-sm">
                {review.author}, <time dateTime={review.created_at}>{date.format(new Date(review.created_at))}</time>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </div>
  )
}
