import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { CartId, UserId, VariantId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { publish } from '@/lib/platform/events/publish'
import { ifUsable } from '@/lib/promotions/usable-sql'
import { lockOrCreateCart } from './active-cart'
import { MAX_CART_LINES, MAX_LINE_QUANTITY } from './schemas'

/** Both carts together held `wanted` of it, and `kept` is what the account's cart now holds: nothing when it has no room for another line. */
export type ReducedLine = { variant_id: VariantId; name: string; wanted: number; kept: number }

/**
 * The guest's cart becomes part of the account's, which is made when there is none: lines of the same variant are added up, as far as
 * stock and the limit of a line allow, and never below what either cart held. Each line keeps the price at which it was added; where
 * both had one, the account's. The account's lines stay, and of those that only the guest had, the first that a cart has room for move. A code that works
 * moves too, and e-mail address and consent when the address is the account's: whoever typed another one as a guest may be somebody else. The
 * guest's cart is gone.
 *
 * The account's cart is locked before the guest's, always in this order. An add of the guest that comes first is merged; one that comes
 * later finds no cart and begins a new one. Five statements at most.
 * @returns what could not be kept in full; null when there was no guest's cart.
 */
export async function mergeCart(tx: Tx, sessionKey: string, userId: UserId): Promise<ReducedLine[] | null> {
  if (!(await hasCart(tx, sessionKey))) return null
  const cartId = await lockOrCreateCart(tx, { kind: 'user', userId, role: 'customer' })
  const guestCartId = await lockGuestCart(tx, sessionKey)
  if (!guestCartId) return null
  const reduced = await moveLines(tx, guestCartId, cartId)
  await closeGuestCart(tx, guestCartId, cartId)
  publish(tx, { type: 'cart.changed', cartId })
  return reduced
}

/** Without the lock: nobody who has none gets an empty cart. */
async function hasCart(tx: Tx, sessionKey: string): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 from carts where session_key = ${sessionKey} and completed_at is null`)
  return rows.length > 0
}

async function lockGuestCart(tx: Tx, sessionKey: string): Promise<CartId | null> {
  const [row] = await tx.execute<{ id: CartId }>(sql`select id from carts where session_key = ${sessionKey} and completed_at is null for update`)
  return row?.id ?? null
}

/** Lines that only the guest had move as they are while there is room; of the others the account's line grows. The rest goes with its cart. */
async function moveLines(tx: Tx, from: CartId, to: CartId): Promise<ReducedLine[]> {
  const rows = await tx.execute<ReducedLine>(sql`
    with both_carts as (
      select g.id as guest_line, a.id as line, g.variant_id, p.name, g.quantity as guest_quantity, a.quantity,
        ${availableUnits} as available, row_number() over (partition by a.id is null order by g.created_at, g.id)
          + (select count(*) from cart_items o where o.cart_id = ${to}) as place
      from cart_items g
      join product_variants v on v.id = g.variant_id join products p on p.id = v.product_id
      left join inventory_levels l on l.variant_id = v.id
      left join cart_items a on a.cart_id = ${to} and a.variant_id = g.variant_id
      where g.cart_id = ${from}
    ), summed as (
      select *, guest_quantity + quantity as wanted,
        greatest(least(guest_quantity + quantity, ${MAX_LINE_QUANTITY}::int, coalesce(available, ${MAX_LINE_QUANTITY}::int)), guest_quantity, quantity) as kept
      from both_carts where line is not null
    ), without_room as (
      select *, guest_quantity as wanted, 0 as kept from both_carts where line is null and place > ${MAX_CART_LINES}::int
    ), moved as (
      update cart_items i set cart_id = ${to} from both_carts b where i.id = b.guest_line and b.line is null and b.place <= ${MAX_CART_LINES}::int
    ), grown as (
      update cart_items i set quantity = s.kept, updated_at = now() from summed s where i.id = s.line
    )
    select variant_id, name, wanted, kept from summed where kept < wanted
    union all select variant_id, name, wanted, kept from without_room order by variant_id`)
  return [...rows]
}

/** Totals are counted anew, because prices of lines differ. What the guest was reminded of stays known, and the mails' links go on working. */
async function closeGuestCart(tx: Tx, from: CartId, to: CartId): Promise<void> {
  await tx.execute(sql`
    with reminders as (
      update cart_reminders r set cart_id = ${to} where r.cart_id = ${from}
        and not exists (select from cart_reminders o where o.cart_id = ${to} and o.stage = r.stage)
    ), restored as (
      update cart_reminders r set restored_into_id = ${to} where r.restored_into_id = ${from} and r.cart_id <> ${from}
    ), guest as (delete from carts where id = ${from} returning email, marketing_consent, coupon_id),
    own as (
      select exists (select from carts a join users u on u.id = a.user_id, guest where a.id = ${to} and lower(u.email) = lower(guest.email)) as is_own
    ), lines as (
      select coalesce(sum(quantity), 0)::int as items, coalesce(sum(quantity * price_minor), 0) as subtotal from cart_items where cart_id = ${to}
    )
    update carts c set email = coalesce(c.email, case when own.is_own then guest.email end),
      marketing_consent = c.marketing_consent or (guest.marketing_consent and own.is_own),
      coupon_id = coalesce(c.coupon_id, ${ifUsable(sql`guest.coupon_id`)}),
      cached_total_items = lines.items, cached_subtotal_minor = lines.subtotal, updated_at = now(), version = c.version + 1
    from guest, own, lines where c.id = ${to}`)
}
