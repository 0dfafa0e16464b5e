'use client'

import type { ProductId } from '@/lib/core/ids'
import { useWish, wishPath } from './use-wish'
import './wishlist.css'

/** The heart of a card. A link until it is known that somebody is signed in, then a switch of the same size in the same place. */
export function WishlistHeart({ id, name }: { id: ProductId; name: string }) {
  const { isWished, toggle, refusal } = useWish(id)
  // The words are there for screen readers; the style sheet draws the heart in their place.
  const words = `Save ${name}`
  if (isWished === null) {
    return (
      <a href={wishPath(id)} rel="nofollow" className="heart">
        {words}
      </a>
    )
  }
  return (
    <>
      <button type="button" className="heart" aria-pressed={isWished} onClick={toggle}>
        {words}
      </button>
      {refusal && (
        <p role="alert" className="heart-refusal">
          {refusal}
        </p>
      )}
    </>
  )
}
