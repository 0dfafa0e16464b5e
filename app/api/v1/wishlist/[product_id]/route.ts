import { route } from '@/lib/web/route'
import { removeFromWishlist } from '@/lib/wishlist/remove-from-wishlist'
import { RemoveFromWishlist, WishlistChange } from '@/lib/wishlist/schemas'

export const DELETE = route('DELETE /api/v1/wishlist/{product_id}', {
  summary: 'Take a product off the wishlist; one that is not on it is no mistake',
  input: RemoveFromWishlist,
  output: WishlistChange,
  isPersonal: true,
  run: removeFromWishlist,
})
