import { type SQL, sql } from 'drizzle-orm'
import type { PictureRef, ProductOption } from '@/db/schema/catalog'
import { statement } from '@/db/statement'
import type { Reader } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import type { CartId, CartItemId, CategoryId, CouponId, ProductId, VariantId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { isUsable } from '@/lib/promotions/usable-sql'
import { requireSettings, type ShopSettings, settingsJson } from '@/lib/settings/read-settings'
import { byOwner, ownerOf } from './active-cart'

/** A line with what its product is now. */
export type CartLineRow = {
  id: CartItemId
  productId: ProductId
  variantId: VariantId
  /** The primary one: by it the line is taxed. */
  categoryId: CategoryId
  weightGrams: number
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

/** The code that was entered, and whether it works now. */
export type CartCoupon = { id: CouponId; code: string; ratePpm: number; isUsable: boolean }

export type CartRow = {
  settings: ShopSettings
  /** When its transaction began, by the database's clock. */
  readAt: string
  cart: {
    id: CartId
    currency: string
    email: string | null
    version: number
    totalItems: number
    subtotalMinor: number
    coupon: CartCoupon | null
  } | null
  lines: CartLineRow[]
}

export type CartJson = { settings: ShopSettings | null; read_at: string; cart: CartRow['cart']; lines: CartLineRow[] | null }

/** A cart, its lines with products, prices and stock as they are now, and the settings: one statement. */
export const readCart = async (reader: Reader, cartId: CartId): Promise<CartRow> => cartRow(await selectCart(reader, { cartId }))

/** The same for the actor's active cart. */
export async function readCartOf(reader: Reader, actor: Actor): Promise<CartRow> {
  const owner = ownerOf(actor)
  if (!owner) return cartRow(await selectNoCart(reader, {}))
  return cartRow(await selectCartOf[owner.kind](reader, { owner: owner.value }))
}

/** What the cart's code takes off today: nothing when there is none, or when it does not work any more. */
export const usableCoupon = ({ cart }: CartRow): CartCoupon | null => (cart?.coupon?.isUsable ? cart.coupon : null)

export function cartRow([row]: CartJson[]): CartRow {
  if (!row) throw new Error('A statement that always returns a row returned none')
  return { settings: requireSettings(row.settings), readAt: row.read_at, cart: row.cart, lines: row.lines ?? [] }
}

const selectWhere = (condition: SQL): SQL => sql`
  select ${settingsJson} as settings, ${readAt} as read_at, case when c.id is not null then ${cartJson} end as cart,
    (select json_agg(${lineJson} order by i.created_at, i.id) from cart_items i ${lineJoins} where i.cart_id = c.id) as lines
  from (values (1)) as always left join carts c on ${condition}`

export const readAt = sql`date_trunc('milliseconds', now())`

/** Of `carts c`. */
export const cartJson = sql`json_build_object('id', c.id, 'currency', c.currency, 'email', c.email, 'version', c.version,
  'totalItems', c.cached_total_items, 'subtotalMinor', c.cached_subtotal_minor,
  'coupon', (select json_build_object('id', k.id, 'code', k.code, 'ratePpm', k.rate_ppm, 'isUsable', ${isUsable}) from coupons k where k.id = c.coupon_id))`

/** What `lineJson` needs beside the line `i`. */
export const lineJoins = sql`
  join product_variants v on v.id = i.variant_id
  join products p on p.id = v.product_id
  left join product_images m on m.id = v.image_id
  left join inventory_levels l on l.variant_id = v.id`

export const lineJson = sql`json_build_object(
  'id', i.id, 'productId', p.id, 'variantId', v.id, 'categoryId', p.primary_category_id, 'weightGrams', p.weight_grams, 'slug', p.slug, 'name', p.name, 'sku', v.sku,
  'attributes', v.attributes, 'options', p.options,
  'picture', case when m.id is not null then jsonb_build_object('hash', m.hash, 'blur', m.blur, 'alt', m.alt) else p.picture end,
  'quantity', i.quantity, 'priceMinor', i.price_minor, 'currentPriceMinor', coalesce(v.price_minor, p.price_minor),
  'isActive', p.is_active and v.is_active,
  'available', ${availableUnits})`

const selectCart = statement<CartJson, { cartId: CartId }>(({ cartId }) => selectWhere(sql`c.id = ${cartId}`))
const selectNoCart = statement<CartJson, Record<string, never>>(() => selectWhere(sql`false`))
const selectCartOf = byOwner((owns) => statement<CartJson, { owner: string }>(({ owner }) => selectWhere(owns(owner))))
