import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { CartId, CartReminderId, CouponId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { availableUnits } from '@/lib/inventory/available-sql'
import { newRowId } from '@/lib/inventory/stock-sql'
import { ifUsable, isUsable } from '@/lib/promotions/usable-sql'
import { lockOrCreateCart } from './active-cart'
import { cartView } from './cart-view'
import { changedCart } from './changed-cart'
import { readCart, readCartOf } from './read-cart'
import { readRestoreToken } from './reminder-links'
import { type CartLine, type CartView, MAX_CART_LINES, MAX_LINE_QUANTITY, type RestoreCart } from './schemas'

/** What a reminder's link leads to: the lines as they are today, and the mail's code while it works. `isMine`: all of it is in the reader's own cart already. */
export type LeftCart = { lines: CartLine[]; coupon: { code: string; percent: number } | null; isMine: boolean }

/** Null for a link that is not ours, or when the cart was ordered, emptied or is gone. At most three statements. */
export async function findLeftCart(ctx: Ctx, token: string): Promise<LeftCart | null> {
  const id = readRestoreToken(token)
  const found = id && (await findCart(database(), id))
  if (!found) return null
  const { cartId, couponId } = found
  const [left, mine] = await Promise.all([readCart(database(), cartId), readCartOf(database(), ctx.actor)])
  const lines = cartView(left).lines.map((line) => ({
    ...line,
    line_total: money(line.current_price.amount * line.quantity, line.current_price.currency),
  }))
  if (lines.length === 0) return null
  const coupon = couponId ? { code: found.code, percent: found.ratePpm / 10_000 } : null
  return { lines, coupon, isMine: mine.cart?.id === cartId && (couponId === null || mine.cart.coupon?.id === couponId) }
}

/**
 * Puts the lines of a cart that somebody was reminded of into the reader's own cart, on whatever device the mail is read: as many as there
 * are, at today's prices, and never fewer than it holds already. A second click changes nothing more. The address comes along, so that the
 * checkout knows it, and so does a code: the one that the mail gave comes first. One transaction, six statements, seven with the mail's code. @throws not_found for a link that is not ours or whose cart was ordered or is gone
 */
export async function restoreCart(ctx: Ctx, { token }: RestoreCart): Promise<CartView> {
  return transaction(async (tx) => {
    const id = readRestoreToken(token)
    const found = id && (await findCart(tx, id))
    if (!found) throw new DomainError('not_found', { detail: 'This cart is no longer there. It may have been ordered.' })
    const { cartId: from, couponId } = found
    const to = await lockOrCreateCart(tx, ctx.actor)
    if (from !== to) {
      await copyLines(tx, from, to)
      await tx.execute(sql`update cart_reminders set restored_into_id = ${to} where id = ${id}`)
    }
    if (couponId) await putOnto(tx, to, couponId)
    return changedCart(tx, to)
  })
}

type Found = { cartId: CartId } & ({ couponId: CouponId; code: string; ratePpm: number } | { couponId: null })

/** The cart, and the code that its mail gave while it works. */
async function findCart(reader: Pick<Tx, 'execute'>, id: CartReminderId): Promise<Found | null> {
  const [row] = await reader.execute<Found>(sql`
    select c.id as "cartId", k.id as "couponId", k.code, k.rate_ppm as "ratePpm"
    from cart_reminders r join carts c on c.id = r.cart_id left join coupons k on k.id = r.coupon_id and ${isUsable} where r.id = ${id} and c.completed_at is null`)
  return row ?? null
}

async function putOnto(tx: Tx, to: CartId, couponId: CouponId): Promise<void> {
  await tx.execute(sql`
    update carts set coupon_id = ${couponId}, updated_at = now(), version = version + 1 where id = ${to} and coupon_id is distinct from ${couponId}::uuid`)
}

/** Lines and denormalised totals in one statement; the cart is locked. */
async function copyLines(tx: Tx, from: CartId, to: CartId): Promise<void> {
  await tx.execute(sql`
    with wanted as (
      select i.variant_id, i.product_id, coalesce(v.price_minor, p.price_minor) as price_minor, i.created_at, i.id, m.quantity as mine,
        greatest(coalesce(m.quantity, 0), least(i.quantity, ${availableUnits}, ${MAX_LINE_QUANTITY}::int)) as quantity,
        (select count(*) from cart_items o where o.cart_id = ${to}) + row_number() over (partition by m.id is null order by i.created_at, i.id) as place
      from cart_items i
      join product_variants v on v.id = i.variant_id and v.is_active
      join products p on p.id = v.product_id and p.is_active
      left join inventory_levels l on l.variant_id = v.id
      left join cart_items m on m.cart_id = ${to} and m.variant_id = i.variant_id
      where i.cart_id = ${from}
    ), put as (
      insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor)
      select ${newRowId}, ${to}::uuid, w.product_id, w.variant_id, w.quantity, w.price_minor from wanted w
      where w.quantity > 0 and (w.mine is not null or w.place <= ${MAX_CART_LINES}::int) order by w.created_at, w.id
      on conflict (cart_id, variant_id) do update set quantity = excluded.quantity, updated_at = now()
      returning variant_id, quantity, price_minor
    ), lines as (
      select quantity, price_minor from put
      union all select i.quantity, i.price_minor from cart_items i where i.cart_id = ${to} and i.variant_id not in (select variant_id from put)
    )
    update carts c set cached_total_items = coalesce((select sum(quantity) from lines), 0), updated_at = now(), version = c.version + 1,
      cached_subtotal_minor = coalesce((select sum(quantity * price_minor) from lines), 0), email = coalesce(c.email, source.email),
      marketing_consent = case when c.email is null then source.marketing_consent else c.marketing_consent end,
      coupon_id = coalesce(c.coupon_id, ${ifUsable(sql`source.coupon_id`)})
    from carts source where c.id = ${to} and source.id = ${from}`)
}
