'use server'

import { z } from 'zod'
import { action } from '@/lib/web/action'
import { addToWishlist } from '@/lib/wishlist/add-to-wishlist'
import { moveToCart } from '@/lib/wishlist/move-to-cart'
import { removeFromWishlist } from '@/lib/wishlist/remove-from-wishlist'
import { AddToWishlist, MoveToCart, RemoveFromWishlist } from '@/lib/wishlist/schemas'
import { shareWishlist } from '@/lib/wishlist/share-wishlist'
import { stopSharing } from '@/lib/wishlist/stop-sharing'

export const addToWishlistAction = action(AddToWishlist, addToWishlist)

/** The page that a heart leads to without scripts, or by way of the sign-in page. */
export const completeWishAction = action(AddToWishlist, addToWishlist, { redirectTo: () => '/account/wishlist' })

export const removeFromWishlistAction = action(RemoveFromWishlist, removeFromWishlist)

export const moveToCartAction = action(MoveToCart, async (ctx, input) => ({ product_id: input.product_id, cart: await moveToCart(ctx, input) }))

const Share = z.strictObject({ share: z.enum(['on', 'off']) })

export const shareAction = action(Share, (ctx, { share }) => (share === 'on' ? shareWishlist(ctx) : stopSharing(ctx)))
