'use client'

import { button } from '@/app/_ui/button'
import type { ProductId } from '@/lib/core/ids'
import { useWish, wishPath } from './use-wish'
import './wishlist.css'

type Props = { id: ProductId; variantId?: string }

const look = button({ look: 'quiet', size: 'lg', wide: true, className: 'heart-wide' })

/** The heart of a product's page, in words. It remembers the version that is chosen. */
export function WishlistButton({ id, variantId }: Props) {
  const { isWished, toggle, refusal } = useWish(id, variantId)
  if (isWished === null) {
    return (
      <a href={wishPath(id, variantId)} rel="nofollow" className={look}>
        Save for later
      </a>
    )
  }
  return (
    <>
      <button type="button" className={look} aria-pressed={isWished} onClick={toggle}>
        {isWished ? 'On your wishlist' : 'Save for later'}
      </button>
      {refusal && (
        <p role="alert" className="mt-2 font-medium text-danger text-sm">
          {refusal}
        </p>
      )}
    </>
  )
}
