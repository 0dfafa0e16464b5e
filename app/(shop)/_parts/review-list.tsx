import { Badge } from '@/app/_ui/badge'
import { CheckIcon } from '@/app/_ui/icons'
import { Stars } from '@/app/_ui/stars'
import type { ReviewView } from '@/lib/catalog/schemas'

type Props = { reviews: ReviewView[]; heading?: 'h2' | 'h3'; locale: string; timeZone: string }

/** Reviews as people wrote them: plain text with its paragraphs. */
export function ReviewList({ reviews, heading: Heading = 'h3', locale, timeZone }: Props) {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  return (
    <ul className="grid gap-8">
      {reviews.map((review) => (
        <li key={review.id}>
          <article>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Stars average={review.rating} />
              {review.is_verified_buyer && (
                <Badge tone="accent" className="gap-1">
                  <CheckIcon width="14" height="14" /> Bought it
                </Badge>
              )}
            </p>
            <Heading className="mt-1.5 break-words font-sans font-semibold text-lg tracking-normal">{review.title}</Heading>
            <p className="measure mt-1 whitespace-pre-line break-words">{review.body}</p>
            <p className="mt-2 text-muted text-sm">
              {review.author}, <time dateTime={review.created_at}>{date.format(new Date(review.created_at))}</time>
            </p>
          </article>
        </li>
      ))}
    </ul>
  )
}
