import { z } from 'zod'
import { Availability, Picture } from '@/lib/catalog/schemas'
import { ProductId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

export const MAX_WISHLIST_ITEMS = 200

export const AddToWishlist = z.strictObject({
  product_id: ProductId,
  /** The version that was chosen on the product's page; a later one takes its place. */
  variant_id: VariantId.optional(),
})
export type AddToWishlist = z.infer<typeof AddToWishlist>

export const RemoveFromWishlist = z.strictObject({ product_id: ProductId })
export type RemoveFromWishlist = z.infer<typeof RemoveFromWishlist>

/** Without `variant_id` the version that was chosen when it was put on the list, or the only one there is. */
export const MoveToCart = z.strictObject({ product_id: ProductId, variant_id: VariantId.optional() })
export type MoveToCart = z.infer<typeof MoveToCart>

export const NoInput = z.strictObject({})

export const WishlistChange = z.object({ product_id: ProductId, is_wished: z.boolean(), count: z.number().int() })
export type WishlistChange = z.infer<typeof WishlistChange>

export const WishlistItem = z.object({
  product_id: ProductId,
  /** The chosen version, while it is offered. */
  variant_id: VariantId.nullable(),
  slug: z.string(),
  name: z.string(),
  /** Option values of the chosen version joined for people; empty without one. */
  variant_title: z.string(),
  picture: Picture.nullable(),
  /** Today's price of the chosen version, otherwise the lowest of all. */
  price: Money,
  /** True when no version is chosen and others cost more. */
  is_price_from: z.boolean(),
  compare_price: Money.nullable(),
  availability: Availability,
  left: z.number().int().nullable(),
  /** False once the product is withdrawn: it stays on the list, so that nobody wonders where it went. */
  is_offered: z.boolean(),
  /** What "move to cart" takes; null when a version has to be chosen first. */
  buyable_variant_id: VariantId.nullable(),
  added_at: z.string(),
})
export type WishlistItem = z.infer<typeof WishlistItem>

export const Wishlist = z.object({
  /** Newest first, all of them: at most `limit`. */
  items: z.array(WishlistItem),
  limit: z.number().int(),
  /** Where others see it; null while it is not shared. */
  share_path: z.string().nullable(),
})
export type Wishlist = z.infer<typeof Wishlist>

export const Sharing = z.object({ share_path: z.string().nullable() })
export type Sharing = z.infer<typeof Sharing>

export const SharedWishlist = z.object({
  /** The owner's first name; null when it is no plain word. Nothing else about the owner leaves. */
  owner_name: z.string().nullable(),
  items: z.array(WishlistItem),
})
export type SharedWishlist = z.infer<typeof SharedWishlist>
