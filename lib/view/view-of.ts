import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Actor, Ctx } from '@/lib/core/context'
import type { ProductId, VariantId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { stockBand } from '@/lib/core/stock'
import { reviewStanding } from '@/lib/reviews/buyer-standing'
import type { View } from './schemas'

/** Up to so many products are on a page that offers variants: the product itself and the four that go well with it. */
const WITH_VARIANTS = 5

/**
 * The one personal read of a page view: who is signed in, the actor's cart in numbers, what of the screen is on the wishlist, and of the
 * products on screen what changes faster than a page: version, price, exact stock. When at most five products are asked for, their variants too, and
 * whether the person may review them or has. Unknown ids are left out,
 * withdrawn products are there with `is_active` false. One statement.
 */
export async function viewOf({ actor, session }: Ctx, { products }: { products: ProductId[] }): Promise<View> {
  const withVariants = products.length <= WITH_VARIANTS
  const [row] = await database().execute<Row>(sql`
    select ${cartJson(actor)} as cart, ${unreadCount(actor)} as unread, ${wishlistJson(actor, products)} as wishlist,
      ${productsJson(actor, products, withVariants)} as products, (select currency from settings) as currency`)
  const currency = row?.currency ?? 'USD'
  return {
    user: session ? { name: session.name, role: session.role, unread_notifications: row?.unread ?? 0 } : null,
    wishlist: row?.wishlist ?? [],
    cart: row?.cart ? { count: row.cart.count, subtotal: money(row.cart.subtotal_minor, row.cart.currency) } : null,
    products: (row?.products ?? []).map((product) => productOf(product, currency)),
  }
}

type Row = {
  cart: { count: number; subtotal_minor: number; currency: string } | null
  unread: number
  wishlist: ProductId[] | null
  products: ProductRow[] | null
  currency: string
}
type ProductRow = {
  id: ProductId
  version: number
  is_active: boolean
  price_min_minor: number
  quantity: number | null
  variants: { id: VariantId; price_minor: number; quantity: number | null }[] | null
  review: 'can_write' | 'not_yet' | 'written' | null
}

function cartJson(actor: Actor): SQL {
  const owner = ownerOf(actor)
  if (!owner) return sql`null::json`
  return sql`(
    select json_build_object('count', c.cached_total_items, 'subtotal_minor', c.cached_subtotal_minor, 'currency', c.currency)
    from carts c where ${owner} and c.completed_at is null)`
}

function ownerOf(actor: Actor): SQL | null {
  if (actor.kind === 'user') return sql`c.user_id = ${actor.userId}`
  if (actor.kind === 'guest' && actor.sessionKey) return sql`c.session_key = ${actor.sessionKey}`
  return null
}

/** The bell shows "99+" at most, so no more are counted. */
function unreadCount(actor: Actor): SQL {
  if (actor.kind !== 'user') return sql`0`
  return sql`(select count(*)::int from (select 1 from notifications n where n.user_id = ${actor.userId} and not n.is_read limit 100) unread)`
}

function wishlistJson(actor: Actor, ids: ProductId[]): SQL {
  if (actor.kind !== 'user' || ids.length === 0) return sql`null::json`
  return sql`(
    select json_agg(i.product_id) from wishlists w join wishlist_items i on i.wishlist_id = w.id
    where w.user_id = ${actor.userId} and i.product_id = any(${sql.param(ids)}::uuid[]))`
}

function productsJson(actor: Actor, ids: ProductId[], withVariants: boolean): SQL {
  if (ids.length === 0) return sql`null::json`
  const variants = sql`(
    select json_agg(json_build_object('id', v.id, 'price_minor', coalesce(v.price_minor, p.price_minor),
      'quantity', case when p.track_inventory then coalesce(l.on_hand - l.reserved, 0) end) order by v.position, v.id)
    from product_variants v left join inventory_levels l on l.variant_id = v.id where v.product_id = p.id and v.is_active)`
  return sql`(
    select json_agg(json_build_object('id', p.id, 'version', coalesce(s.version, 1), 'is_active', p.is_active,
      'price_min_minor', p.price_min_minor, 'quantity', case when p.track_inventory then coalesce(s.quantity, 0) end,
      'variants', ${withVariants ? variants : sql`null`},
      'review', ${withVariants && actor.kind === 'user' ? reviewStanding(actor.userId) : sql`null`}) order by p.id)
    from products p left join product_stock s on s.product_id = p.id where p.id = any(${sql.param(ids)}::uuid[]))`
}

function productOf(row: ProductRow, currency: string): View['products'][number] {
  const { id, version, is_active, price_min_minor, quantity, variants, review } = row
  return {
    id,
    version,
    is_active,
    price: money(price_min_minor, currency),
    availability: stockBand(quantity).availability,
    quantity,
    ...(variants ? { variants: variants.map((v) => ({ id: v.id, price: money(v.price_minor, currency), quantity: v.quantity })) } : {}),
    ...(review ? { review } : {}),
  }
}
