import type { ReactNode } from 'react'
import type { WishlistItem } from '@/lib/wishlist/schemas'

export type GoneHow = 'removed' | 'moved'

/** The place that an item leaves behind, as large as its picture. */
export function GoneCard({ item, how, children }: { item: WishlistItem; how: GoneHow; children: ReactNode }) {
  return (
    <div
      role="status"
      className="grid aspect-square content-center justify-items-center gap-3 rounded-lg border border-line border-dashed p-4 text-center"
    >
      <p className="text-muted">
        <span className="line-clamp-2 font-semibold text-ink">{item.name}</span> is {how === 'moved' ? 'in your cart.' : 'off your wishlist.'}
      </p>
      {how === 'moved' ? (
        <a href="/cart" className="min-h-8 py-1 font-semibold text-accent underline underline-offset-4">
          To the cart
        </a>
      ) : (
        children
      )}
    </div>
  )
}
