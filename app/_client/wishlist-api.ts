import type { Sharing, WishlistChange } from '@/lib/wishlist/schemas'
import { sendJson } from './cart-api'

/** Changes go out one after another, so that a quick second thought never overtakes the first. */
let last: Promise<unknown> = Promise.resolve()

function afterTheLast<T>(send: () => Promise<T>): Promise<T> {
  const next = last.then(send, send)
  last = next
  return next
}

export const wishlistApi = {
  add: (productId: string, variantId?: string | null) =>
    afterTheLast(() =>
      sendJson<WishlistChange>('POST', '/api/v1/wishlist', { product_id: productId, ...(variantId ? { variant_id: variantId } : {}) }),
    ),
  remove: (productId: string) => afterTheLast(() => sendJson<WishlistChange>('DELETE', `/api/v1/wishlist/${productId}`)),
  share: () => afterTheLast(() => sendJson<Sharing>('POST', '/api/v1/wishlist/share', {})),
  stopSharing: () => afterTheLast(() => sendJson<Sharing>('DELETE', '/api/v1/wishlist/share')),
}
