import { Badge } from '@/app/_ui/badge'
import { Stars } from '@/app/_ui/stars'
import { Panel } from '@/app/(admin)/_parts/page-head'
import { When } from '@/app/(admin)/_parts/when'
import type { CustomerDetail } from '@/lib/customers/staff-schemas'

const statusWords = { waiting: 'Waiting', shown: 'In the shop', rejected: 'Rejected' } as const

/** What they wrote about products, the newest first. */
export function ReviewsPanel({ reviews }: { reviews: CustomerDetail['reviews'] }) {
  return (
    <Panel id="reviews" title="Reviews">
      {reviews.length === 0 ? (
        <p className="text-muted text-sm">Nothing written yet.</p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {reviews.map((review) => (
            <li key={review.id}>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Stars average={review.rating} />
                <span className="font-medium">{review.title}</span>
                <Badge tone={review.status === 'waiting' ? 'warning' : 'quiet'}>{statusWords[review.status]}</Badge>
              </p>
              <p className="text-muted">
                <a href={`/p/${review.slug}`} className="underline-offset-4 hover:underline">
                  {review.product}
                </a>
                {' · '}
                <When at={review.created_at} style="day" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
