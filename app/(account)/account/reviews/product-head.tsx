import type { Route } from 'next'
import { Picture } from '@/app/_ui/picture'
import type { ReviewedProduct } from '@/lib/reviews/schemas'

/** Which product it is about, with the way to its page while it is sold. */
export function ProductHead({ product: { slug, name, picture, is_active } }: { product: ReviewedProduct }) {
  return (
    <div className="flex min-w-0 items-center gap-4">
      {picture ? (
        <Picture picture={picture} sizes="64px" alt="" className="size-16 shrink-0 rounded-md bg-cover" />
      ) : (
        <span className="size-16 shrink-0 rounded-md bg-sunken" />
      )}
      <p className="min-w-0 break-words font-semibold">
        {is_active ? (
          <a href={`/p/${slug}` as Route} className="hover:underline">
            {name}
          </a>
        ) : (
          name
        )}
        {!is_active && <span className="block font-normal text-muted text-sm">No longer sold</span>}
      </p>
    </div>
  )
}
