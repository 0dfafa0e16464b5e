import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import { afterCommit, type Reader, retrying, type Tx, transaction } from '@/db/transaction'
import type { Actor, Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { eventsCommitted } from '@/lib/platform/events/publish'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { settingsJson } from '@/lib/settings/read-settings'
import { byOwner, lockOrCreateCart, requireOwner } from './active-cart'
import { cartView } from './cart-view'
import { type CartJson, cartJson, cartRow, lineJoins, lineJson, readAt } from './read-cart'
import { type Candidate, outOfStock, tooMany, withdrawn } from './refusals'
import { type AddItem, type CartView, MAX_CART_LINES, MAX_LINE_QUANTITY } from './schemas'

/**
 * Adds `quantity` of a variant to the actor's active cart, creating it if there is none. A new line keeps today's price; a line that is
 * there keeps the price at which it was added. Carts reserve nothing: the limit is what is available now. One statement, without a
 * transaction; three when somebody else changes the same cart at this moment. Under an idempotency key a repeated call adds once.
 * @throws out_of_stock with what is left, not_found for withdrawn or unknown variants, invalid_input beyond the limits of a line or a cart.
 */
export async function addItem(ctx: Ctx, input: AddItem): Promise<CartView> {
  if (ctx.idempotencyKey) return onceInTransaction(ctx, 'cart.item', input, (tx) => addItemIn(tx, ctx.actor, input))
  const row = await retrying(() => tryToAdd(database(), ctx.actor, input))
  if (!row) return transaction((tx) => addItemIn(tx, ctx.actor, input))
  eventsCommitted([{ type: 'cart.changed', cartId: row.cart.id }])
  return cartView(cartRow([row]))
}

/**
 * The same as a part of something larger, for example of a move from the wishlist: under the cart's lock nobody can come in between.
 * Two statements.
 */
export async function addItemIn(tx: Tx, actor: Actor, input: AddItem): Promise<CartView> {
  await lockOrCreateCart(tx, actor)
  const row = await tryToAdd(tx, actor, input)
  if (!row) throw new Error('A locked cart was changed by somebody else')
  afterCommit(tx, () => eventsCommitted([{ type: 'cart.changed', cartId: row.cart.id }]))
  return cartView(cartRow([row]))
}

type Added = CartJson & { cart: NonNullable<CartJson['cart']> }
type Tried = CartJson & { candidate: (Candidate & { in_cart: number; lines: number; is_allowed: boolean }) | null }

/** Null when the cart was made or changed by somebody else while this statement ran: then it did nothing. */
async function tryToAdd(reader: Reader, actor: Actor, { variant_id: variantId, quantity }: AddItem): Promise<Added | null> {
  const { kind, value: owner } = requireOwner(actor)
  const [row] = await addLine[kind](reader, { owner, variantId, quantity, cartId: newId(), lineId: newId(), eventId: newId() })
  const candidate = row?.candidate
  if (!row || !candidate?.is_active) throw withdrawn()
  if (row.cart) return { ...row, cart: row.cart }
  if (candidate.is_allowed) return null
  if (candidate.in_cart === 0 && candidate.lines >= MAX_CART_LINES) throw fullCart()
  throw candidate.available !== null && candidate.in_cart + quantity > candidate.available
    ? outOfStock(candidate, variantId, quantity, candidate.in_cart)
    : tooMany()
}

type Wanted = { owner: string; variantId: string; quantity: number; cartId: string; lineId: string; eventId: string }

/*
 * Cart, line, denormalised totals and event in one statement, and the cart as it then is. Every part sees the cart as it was when the
 * statement began; each change of a cart raises its version, and UPDATE compares the version of the newest row, so what was read is still
 * true when something is written, or nothing is written at all.
 */
const addLine = byOwner((owns, column) =>
  statement<Tried, Wanted>(
    ({ owner, variantId, quantity, cartId, lineId, eventId }) => sql`
      with seen as (
        select c.id, c.version from carts c where ${owns(owner)}
      ), candidate as (
        select v.id, v.product_id, p.name, coalesce(v.price_minor, p.price_minor) as price_minor, p.is_active and v.is_active as is_active,
          ${availableUnits} as available, coalesce(i.quantity, 0) as in_cart, i.price_minor as line_price_minor,
          (select count(*)::int from cart_items o where o.cart_id = (select id from seen)) as lines
        from product_variants v join products p on p.id = v.product_id left join inventory_levels l on l.variant_id = v.id
        left join cart_items i on i.cart_id = (select id from seen) and i.variant_id = v.id
        where v.id = ${variantId}
      ), allowed as (
        select *, coalesce(line_price_minor, price_minor) * ${quantity}::int as added_minor from candidate
        where is_active and in_cart + ${quantity}::int <= least(available, ${MAX_LINE_QUANTITY}::int) and (in_cart > 0 or lines < ${MAX_CART_LINES}::int)
      ), made as (
        insert into carts (id, ${column}, currency, version, cached_total_items, cached_subtotal_minor)
        select ${cartId}::uuid, ${owner}, (select currency from settings where id = 1), 2, ${quantity}::int, added_minor from allowed
        where not exists (select from seen)
        on conflict (${column}) where completed_at is null do nothing
        returning *
      ), changed as (
        update carts c set cached_total_items = c.cached_total_items + ${quantity}::int, updated_at = now(), version = c.version + 1,
          cached_subtotal_minor = c.cached_subtotal_minor + a.added_minor
        from allowed a, seen s where c.id = s.id and c.version = s.version and c.completed_at is null
        returning c.*
      ), c as (
        select * from made union all select * from changed
      ), line as (
        insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor)
        select ${lineId}::uuid, c.id, a.product_id, a.id, ${quantity}::int, a.price_minor from c, allowed a
        on conflict (cart_id, variant_id) do update set quantity = cart_items.quantity + excluded.quantity, updated_at = now()
        returning *
      ), event as (
        insert into outbox (id, type, aggregate_type, aggregate_id, payload)
        select ${eventId}::uuid, 'cart.changed', 'cart', c.id, jsonb_build_object('type', 'cart.changed', 'cartId', c.id) from c
      )
      select ${settingsJson} as settings, ${readAt} as read_at, (select ${cartJson} from c) as cart,
        (select json_agg(${lineJson} order by i.created_at, i.id)
         from (select * from line union all
               select o.* from cart_items o where o.cart_id = (select id from seen) and o.variant_id <> ${variantId}) i ${lineJoins}) as lines,
        (select json_build_object('name', name, 'is_active', is_active, 'available', available, 'in_cart', in_cart, 'lines', lines,
          'is_allowed', exists (select from allowed)) from candidate) as candidate`,
  ),
)

const fullCart = () =>
  new DomainError('invalid_input', { errors: [{ pointer: '/variant_id', detail: `A cart holds at most ${MAX_CART_LINES} different items.` }] })
