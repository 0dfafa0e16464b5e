import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { Picture } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import type { VariantId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import type { AddToWishlist } from './schemas'

export type Wishable = {
  slug: string
  name: string
  variant_title: string
  variant_id: VariantId | null
  picture: Picture | null
  is_wished: boolean
}

/** What the page asks about before it puts something on the wishlist. Null when it is not sold. One statement. @throws unauthenticated */
export async function findWishable(ctx: Ctx, { product_id: productId, variant_id: variantId }: AddToWishlist): Promise<Wishable | null> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<
    Omit<Wishable, 'picture' | 'variant_title'> & { picture: PictureRef | null; options: ProductOption[]; attributes: Record<string, string> | null }
  >(sql`
    select p.slug, p.name, p.picture, p.options, v.id as variant_id, v.attributes, exists (
      select from wishlists w join wishlist_items i on i.wishlist_id = w.id where w.user_id = ${userId} and i.product_id = p.id) as is_wished
    from products p left join product_variants v on v.id = ${variantId ?? null}::uuid and v.product_id = p.id and v.is_active
    where p.id = ${productId} and p.is_active`)
  if (!row) return null
  const { slug, name, variant_id, is_wished, options, attributes } = row
  return {
    slug,
    name,
    variant_id,
    is_wished,
    variant_title: variantTitle({ options, attributes: attributes ?? {} }),
    picture: pictureView(row.picture),
  }
}
