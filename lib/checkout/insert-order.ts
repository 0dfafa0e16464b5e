import { sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import { newId } from '@/lib/core/ids'
import type { DraftOrder } from './draft-order'

/**
 * Writes order, items and first line of history, and completes the cart, in one statement whatever the number of lines (R82). Returns the
 * number that the order was given. Foreign keys are checked at its end, when all rows are there; `orders_cart` keeps a cart from having two orders.
 */
export async function insertOrder(tx: Tx, order: DraftOrder): Promise<string> {
  const { shippingAddress, billingAddress, totalsExplanation, lines } = order
  const [row] = await insert(tx, {
    ...order,
    shippingAddress: JSON.stringify(shippingAddress),
    billingAddress: JSON.stringify(billingAddress),
    totalsExplanation: JSON.stringify(totalsExplanation),
    items: JSON.stringify(lines.map(itemRow)),
    historyId: newId(),
  })
  if (!row) throw new Error('An insert returned no row')
  return row.order_number
}

/** A row of `order_items` in column names. */
const itemRow = (line: DraftOrder['lines'][number], position: number) => ({
  id: line.id,
  product_id: line.productId,
  variant_id: line.variantId,
  product_name: line.name,
  product_sku: line.sku,
  product_slug: line.slug,
  variant_title: line.variantTitle,
  picture_hash: line.pictureHash,
  price_minor: line.priceMinor,
  quantity: line.quantity,
  tax_minor: line.taxMinor,
  discount_minor: line.discountMinor,
  position,
})

type Texts = { shippingAddress: string; billingAddress: string; totalsExplanation: string; items: string; historyId: string }

const insert = statement<{ order_number: string }, Omit<DraftOrder, keyof Texts> & Texts>(
  (order) => sql`
    with placed as (
      insert into orders (id, order_number, user_id, cart_id, email, currency, subtotal_minor, tax_minor, shipping_minor, discount_minor,
        coupon_code, total_minor, total_items, shipping_address, billing_address, shipping_method_code, totals_explanation, order_date, reserved_until)
      values (${order.id}, 'HS-' || nextval('order_number'), ${order.userId}, ${order.cartId}, ${order.email}, ${order.currency},
        ${order.subtotalMinor}, ${order.taxMinor}, ${order.shippingMinor}, ${order.discountMinor}, ${order.couponCode}, ${order.totalMinor},
        ${order.totalItems}, ${order.shippingAddress}::jsonb, ${order.billingAddress}::jsonb, ${order.shippingMethodCode}, ${order.totalsExplanation}::jsonb,
        ${order.orderDate}, ${order.reservedUntil})
      returning order_number
    ), items as (
      insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, variant_title, picture_hash,
        price_minor, quantity, tax_minor, discount_minor, position)
      select i.id, ${order.id}::uuid, i.product_id, i.variant_id, i.product_name, i.product_sku, i.product_slug, i.variant_title, i.picture_hash,
        i.price_minor, i.quantity, i.tax_minor, i.discount_minor, i.position
      from jsonb_to_recordset(${order.items}::jsonb) as i (id uuid, product_id uuid, variant_id uuid, product_name text, product_sku text,
        product_slug text, variant_title text, picture_hash text, price_minor bigint, quantity int, tax_minor bigint, discount_minor bigint, position int)
    ), history as (
      insert into order_status_history (id, order_id, status, note, created_by, created_at)
      values (${order.historyId}, ${order.id}, 'pending', 'Order placed', ${order.createdBy}, ${order.orderDate})
    ), completed as (
      update carts set completed_at = now(), updated_at = now(), email = ${order.email}, marketing_consent = ${order.marketingConsent}
      where id = ${order.cartId}
    )
    select order_number from placed`,
)
