import { type SQL, sql } from 'drizzle-orm'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { variantTitle } from '@/lib/cart/cart-view'
import { pictureView } from '@/lib/catalog/pictures'
import type { ProductId, VariantId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { stockBand } from '@/lib/core/stock'
import { availableUnits } from '@/lib/inventory/available-sql'
import type { WishlistItem } from './schemas'

export type WishlistItemRow = {
  productId: ProductId
  /** The chosen version while it is offered; the only one there is when none was chosen; otherwise null. */
  variantId: VariantId | null
  isChosen: boolean
  attributes: Record<string, string> | null
  options: ProductOption[]
  slug: string
  name: string
  picture: PictureRef | null
  priceMinor: number
  highestMinor: number
  comparePriceMinor: number | null
  isOffered: boolean
  /** Null when stock is not tracked. */
  available: number | null
  addedAt: string
}

/** The items of the wishlist `w` as JSON, newest first, with what their products are now. */
export const wishlistItemsJson: SQL = sql`(
  select json_agg(json_build_object(
    'productId', p.id, 'variantId', v.id, 'isChosen', v.id is not null and v.id = i.variant_id, 'attributes', v.attributes, 'options', p.options,
    'slug', p.slug, 'name', p.name,
    'picture', case when m.id is not null then jsonb_build_object('hash', m.hash, 'blur', m.blur, 'alt', m.alt) else p.picture end,
    'priceMinor', case when v.id is null then p.price_min_minor else coalesce(v.price_minor, p.price_minor) end,
    'highestMinor', p.price_max_minor,
    'comparePriceMinor', coalesce(v.compare_price_minor, p.compare_price_minor),
    'isOffered', p.is_active,
    'available', case when v.id is not null then ${availableUnits} when p.track_inventory then coalesce(s.quantity, 0) end,
    'addedAt', i.created_at) order by i.created_at desc, i.product_id desc)
  from wishlist_items i
  join products p on p.id = i.product_id
  left join product_stock s on s.product_id = p.id
  left join lateral (
    select o.* from product_variants o where o.product_id = p.id and o.is_active
      and (o.id = i.variant_id
        or (i.variant_id is null and (select count(*) from product_variants c where c.product_id = p.id and c.is_active) = 1))
  ) v on true
  left join product_images m on m.id = v.image_id
  left join inventory_levels l on l.variant_id = v.id
  where i.wishlist_id = w.id)`

export function wishlistItem(row: WishlistItemRow, currency: string): WishlistItem {
  const { variantId, isChosen, priceMinor, comparePriceMinor: compare } = row
  return {
    product_id: row.productId,
    variant_id: isChosen ? variantId : null,
    slug: row.slug,
    name: row.name,
    variant_title: isChosen ? variantTitle({ attributes: row.attributes ?? {}, options: row.options }) : '',
    picture: pictureView(row.picture),
    price: money(priceMinor, currency),
    is_price_from: variantId === null && row.highestMinor > priceMinor,
    compare_price: compare !== null && compare > priceMinor ? money(compare, currency) : null,
    ...stockBand(row.available),
    is_offered: row.isOffered,
    buyable_variant_id: row.isOffered ? variantId : null,
    added_at: new Date(row.addedAt).toISOString(),
  }
}
