'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductId } from '@/lib/core/ids'
import { ApiProblem } from './cart-api'
import { giveUpReading, readViewAgain, showWish, useWished } from './view'
import { wishlistApi } from './wishlist-api'

/** Leads on without scripts, and for guests by way of the sign-in page. It changes nothing by being opened. */
export const wishPath = (id: string, variantId?: string) => `/account/wishlist/add?product=${id}${variantId ? `&variant=${variantId}` : ''}`

/** Changes, of any product, that the shop has not answered. */
let underWay = 0

/** Whether a product is on the wishlist, and how to change that: shown at once, taken back with the reason when the shop refuses. */
export function useWish(id: ProductId, variantId?: string) {
  const client = useQueryClient()
  const isWished = useWished(id)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function toggle() {
    const wanted = !isWished
    setRefusal(null)
    underWay++
    await giveUpReading(client)
    showWish(client, id, wanted)
    try {
      await (wanted ? wishlistApi.add(id, variantId) : wishlistApi.remove(id))
    } catch (error) {
      showWish(client, id, !wanted)
      // The session ended meanwhile: the way leads over the sign-in page.
      if (error instanceof ApiProblem && error.status === 401) location.assign(wishPath(id, variantId))
      else setRefusal(error instanceof Error ? error.message : null)
    }
    underWay--
    // Whatever was read meanwhile may be from before the last change.
    if (underWay === 0) await readViewAgain(client)
  }

  return { isWished, toggle, refusal }
}
