import { route } from '@/lib/web/route'
import { addToWishlist } from '@/lib/wishlist/add-to-wishlist'
import { listWishlist } from '@/lib/wishlist/list-wishlist'
import { AddToWishlist, NoInput, Wishlist, WishlistChange } from '@/lib/wishlist/schemas'

export const GET = route('GET /api/v1/wishlist', {
  summary: 'The wishlist of the signed-in person, newest first',
  input: NoInput,
  output: Wishlist,
  isPersonal: true,
  run: listWishlist,
})

export const POST = route('POST /api/v1/wishlist', {
  summary: 'Put a product on the wishlist; again is no mistake',
  input: AddToWishlist,
  output: WishlistChange,
  isPersonal: true,
  run: addToWishlist,
})
