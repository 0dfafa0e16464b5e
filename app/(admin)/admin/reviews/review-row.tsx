import { Badge } from '@/app/_ui/badge'
import { Picture } from '@/app/_ui/picture'
import { Stars } from '@/app/_ui/stars'
import { When } from '@/app/(admin)/_parts/when'
import type { ModeratedReview } from '@/lib/reviews/schemas'
import { DecideButtons } from './decide-buttons'

type Props = { review: ModeratedReview; seesCustomers: boolean }

/** A review to read and decide about: everything that matters for it, without opening anything. */
export function ReviewRow({ review, seesCustomers }: Props) {
  const { id, title, body, rating, author, author_id, is_verified_buyer, product, status, created_at } = review
  return (
    <li
      data-row
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-3 border-line border-b px-3 py-4 last:border-b-0 sm:px-4 lg:grid-cols-[auto_14rem_minmax(0,1fr)_auto]"
    >
      <input type="checkbox" name="ids" value={id} className="check row-check mt-1" aria-label={`Select “${title}”`} />
      <div className="flex min-w-0 items-start gap-3 text-sm">
        {product.picture && <Picture picture={product.picture} sizes="40px" alt="" className="size-10 shrink-0 rounded-md bg-sunken object-cover" />}
        <span className="min-w-0">
          <a href={`/p/${product.slug}`} data-row-link className="block font-semibold underline-offset-4 hover:underline">
            {product.name}
          </a>
          {!product.is_active && <span className="text-muted">not for sale</span>}
        </span>
      </div>
      <div className="min-w-0 max-lg:col-span-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Stars average={rating} />
          <span className="font-semibold">{title}</span>
          {is_verified_buyer && <Badge tone="quiet">Bought it</Badge>}
        </p>
        <p className="measure mt-1 whitespace-pre-wrap break-words">{body}</p>
        <p className="mt-1 text-muted text-sm">
          {author_id && seesCustomers ? (
            <a href={`/admin/customers/${author_id}`} className="text-accent underline underline-offset-4">
              {author}
            </a>
          ) : (
            author
          )}
          {' · '}
          <When at={created_at} />
        </p>
      </div>
      <div className="max-lg:col-span-2">
        <DecideButtons id={id} title={title} offers={{ approve: status !== 'shown', reject: status !== 'rejected' }} />
      </div>
    </li>
  )
}
