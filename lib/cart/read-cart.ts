import { type SQL, sql } from 'drizzle-orm'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import type { Reader } from '@/db/transaction'
import type { CartId, CartItemId, ProductId, VariantId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { requireSettings, type ShopSettings, settingsJson } from '@/lib/settings/read-settings'

/** A line with what its product is now. */
export type CartLineRow = {
  id: CartItemId
  productId: ProductId
  variantId: VariantId
  slug: string
  name: string
  sku: string
  attributes: Record<string, string>
  options: ProductOption[]
  picture: PictureRef | null
  quantity: number
  /** As added or last accepted. */
  priceMinor: number
  currentPriceMinor: number
  /** Product and variant are both offered. */
  isActive: boolean
  /** Null when stock is not tracked. */
  available: number | null
}

export type CartRow = {
  settings: ShopSettings
  /** When its transaction began, by the database's clock. */
  readAt: string
  cart: { id: CartId; currency: string; email: string | null; version: number; totalItems: number; subtotalMinor: number } | null
  lines: CartLineRow[]
}

/** The cart that `condition` on `carts c` names, its lines with products, prices and stock as they are now, and the settings: one statement. */
export async function readCart(reader: Reader, condition: SQL): Promise<CartRow> {
  const [row] = await reader.execute<{ settings: ShopSettings | null; read_at: string; cart: CartRow['cart']; lines: CartLineRow[] | null }>(sql`
    select ${settingsJson} as settings, date_trunc('milliseconds', now()) as read_at,
      case when c.id is not null then json_build_object('id', c.id, 'currency', c.currency, 'email', c.email, 'version', c.version,
        'totalItems', c.cached_total_items, 'subtotalMinor', c.cached_subtotal_minor) end as cart,
      (select json_agg(${lineJson} order by i.created_at, i.id)
       from cart_items i
       join product_variants v on v.id = i.variant_id
       join products p on p.id = v.product_id
       left join product_images m on m.id = v.image_id
       left join inventory_levels l on l.variant_id = v.id
       where i.cart_id = c.id) as lines
    from (values (1)) as always left join carts c on ${condition}`)
  if (!row) throw new Error('A statement that always returns a row returned none')
  return { settings: requireSettings(row.settings), readAt: row.read_at, cart: row.cart, lines: row.lines ?? [] }
}

const lineJson = sql`json_build_object(
  'id', i.id, 'productId', p.id, 'variantId', v.id, 'slug', p.slug, 'name', p.name, 'sku', v.sku,
  'attributes', v.attributes, 'options', p.options,
  'picture', case when m.id is not null then jsonb_build_object('hash', m.hash, 'blur', m.blur, 'alt', m.alt) else p.picture end,
  'quantity', i.quantity, 'priceMinor', i.price_minor, 'currentPriceMinor', coalesce(v.price_minor, p.price_minor),
  'isActive', p.is_active and v.is_active,
  'available', ${availableUnits})`
