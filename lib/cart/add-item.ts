import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Actor, Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type CartId, newId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { lockOrCreateCart } from './active-cart'
import { changedCart } from './changed-cart'
import { type Candidate, outOfStock, tooMany, withdrawn } from './refusals'
import { type AddItem, type CartView, MAX_CART_LINES, MAX_LINE_QUANTITY } from './schemas'

/**
 * Adds `quantity` of a variant to the actor's active cart, creating it if there is none. A new line keeps today's price; a line that is
 * there keeps the price at which it was added. Carts reserve nothing: the limit is what is available now. One transaction, four statements.
 * @throws out_of_stock with what is left, not_found for withdrawn or unknown variants, invalid_input beyond the limits of a line or a cart.
 */
export async function addItem(ctx: Ctx, input: AddItem): Promise<CartView> {
  return transaction((tx) => addItemIn(tx, ctx.actor, input))
}

/** The same as a part of something larger, for example of a move from the wishlist. */
export async function addItemIn(tx: Tx, actor: Actor, input: AddItem): Promise<CartView> {
  const cartId = await lockOrCreateCart(tx, actor)
  await upsertLine(tx, cartId, input)
  return changedCart(tx, cartId)
}

/** Line and denormalised totals in one statement. The cart is locked, so the counts it reads stay true until the commit. */
async function upsertLine(tx: Tx, cartId: CartId, { variant_id: variantId, quantity }: AddItem): Promise<void> {
  const [row] = await tx.execute<Candidate & { in_cart: number; lines: number; changed: boolean }>(sql`
    with candidate as (
      select v.id, v.product_id, p.name, coalesce(v.price_minor, p.price_minor) as price_minor, p.is_active and v.is_active as is_active,
        ${availableUnits} as available,
        coalesce((select i.quantity from cart_items i where i.cart_id = ${cartId} and i.variant_id = v.id), 0) as in_cart,
        (select count(*)::int from cart_items i where i.cart_id = ${cartId}) as lines
      from product_variants v join products p on p.id = v.product_id left join inventory_levels l on l.variant_id = v.id
      where v.id = ${variantId}
    ), line as (
      insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor)
      select ${newId()}::uuid, ${cartId}::uuid, product_id, id, ${quantity}::int, price_minor from candidate
      where is_active and in_cart + ${quantity}::int <= least(available, ${MAX_LINE_QUANTITY}::int) and (in_cart > 0 or lines < ${MAX_CART_LINES}::int)
      on conflict (cart_id, variant_id) do update set quantity = cart_items.quantity + excluded.quantity, updated_at = now()
      returning price_minor
    ), totals as (
      update carts c set cached_total_items = cached_total_items + ${quantity}::int, updated_at = now(), version = version + 1,
        cached_subtotal_minor = cached_subtotal_minor + ${quantity}::int * line.price_minor
      from line where c.id = ${cartId} returning c.id
    )
    select name, is_active, available, in_cart, lines, exists (select from totals) as changed from candidate`)
  if (!row?.is_active) throw withdrawn()
  if (row.changed) return
  if (row.in_cart === 0 && row.lines >= MAX_CART_LINES) throw fullCart()
  throw row.available !== null && row.in_cart + quantity > row.available ? outOfStock(row, variantId, quantity, row.in_cart) : tooMany()
}

const fullCart = () =>
  new DomainError('invalid_input', { errors: [{ pointer: '/variant_id', detail: `A cart holds at most ${MAX_CART_LINES} different items.` }] })
