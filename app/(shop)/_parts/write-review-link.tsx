'use client'

import { useViewProduct } from '@/app/_client/view'
import { button } from '@/app/_ui/button'

const words = {
  unknown: ['Write a review', 'Reviews come from people who bought it here.'],
  can_write: ['Write a review', 'You bought this. What is it like?'],
  not_yet: ['Write a review', 'You bought this. You can review it once it is on its way.'],
  written: ['Change your review', 'You have written about this.'],
} as const

/** The way to one's own review. The page is the same for everybody; what this person may do arrives with the view read. */
export function WriteReviewLink({ productId, slug }: { productId: string; slug: string }) {
  const [label, note] = words[useViewProduct(productId)?.review ?? 'unknown']
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-muted text-sm">{note}</p>
      <a href={`/account/reviews/new?product=${encodeURIComponent(slug)}`} className={button({ look: 'quiet', size: 'sm' })}>
        {label}
      </a>
    </div>
  )
}
