import type { Route } from 'next'
import Link from 'next/link'
import { Stars } from '@/app/_ui/stars'
import type { ProductDetail } from '@/lib/catalog/schemas'

type Props = Pick<ProductDetail, 'rating' | 'rating_histogram'> & {
  slug: string
  /** The stars that are chosen on the page of all reviews. */
  stars?: number
}

/** The average, and how the ratings are spread; each row leads to the reviews it counts. */
export function RatingSummary({ slug, rating, rating_histogram, stars }: Props) {
  return (
    <div>
      <p className="display tabular text-[3.5rem] leading-none">{rating.average.toFixed(1)}</p>
      <Stars average={rating.average} className="mt-3" />
      <p className="mt-1 text-muted text-sm">
        from {rating.count} {rating.count === 1 ? 'review' : 'reviews'}
      </p>
      <ul aria-label="How the ratings are spread" className="mt-5 grid">
        {[5, 4, 3, 2, 1].map((row) => {
          const count = rating_histogram[row - 1] ?? 0
          const bar = <Bar stars={row} count={count} share={rating.count === 0 ? 0 : count / rating.count} />
          return (
            <li key={row}>
              {count === 0 ? (
                <span className={rowClass}>{bar}</span>
              ) : (
                <Link
                  href={`/p/${slug}/reviews?stars=${row}` as Route}
                  prefetch={false}
                  aria-current={row === stars ? 'true' : undefined}
                  className={`${rowClass} rounded-md hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold`}
                >
                  {bar}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const rowClass = 'tabular -mx-2 grid grid-cols-[3.5rem_1fr_2rem] items-center gap-3 px-2 py-1 text-sm'

function Bar({ stars, count, share }: { stars: number; count: number; share: number }) {
  return (
    <>
      <span>
        {stars} {stars === 1 ? 'star' : 'stars'}
      </span>
      <span aria-hidden className="h-2 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-star" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="text-right text-muted">
        {count}
        <span className="sr-only"> {count === 1 ? 'review' : 'reviews'}</span>
      </span>
    </>
  )
}
