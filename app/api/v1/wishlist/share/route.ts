import { route } from '@/lib/web/route'
import { NoInput, Sharing } from '@/lib/wishlist/schemas'
import { shareWishlist } from '@/lib/wishlist/share-wishlist'
import { stopSharing } from '@/lib/wishlist/stop-sharing'

export const POST = route('POST /api/v1/wishlist/share', {
  summary: 'Let others see the wishlist at an address that cannot be guessed',
  input: NoInput,
  output: Sharing,
  isPersonal: true,
  run: shareWishlist,
})

export const DELETE = route('DELETE /api/v1/wishlist/share', {
  summary: 'Stop sharing; sharing again makes a new address',
  input: NoInput,
  output: Sharing,
  isPersonal: true,
  run: stopSharing,
})
