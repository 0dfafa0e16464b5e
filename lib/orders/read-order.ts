import { sql } from 'drizzle-orm'
import type { OrderAddress, OrderStatus, PaymentStatus, TotalsExplanation } from '@/db/schema/orders'
import type { PaymentWay } from '@/db/schema/platform'
import { statement } from '@/db/statement'
import type { Reader } from '@/db/transaction'
import type { FulfilmentId, OrderId, OrderItemId, UserId } from '@/lib/core/ids'

export type OrderLineRow = {
  id: OrderItemId
  slug: string
  /** The product's address today; null when it is no longer sold. */
  productSlug: string | null
  name: string
  variantTitle: string
  sku: string
  pictureHash: string | null
  /** The blurred picture of today's catalogue, if it still has this one. */
  pictureBlur: string | null
  priceMinor: number
  quantity: number
  isReviewed: boolean
}

export type ParcelRow = {
  id: FulfilmentId
  carrier: string
  trackingNumber: string
  trackingUrl: string | null
  sentAt: string
  deliveredAt: string | null
  lines: { order_item_id: OrderItemId; quantity: number }[]
}

type OrderHistoryRow = { status: OrderStatus; note: string; at: string }

export type OrderRow = {
  id: OrderId
  orderNumber: string
  userId: UserId | null
  email: string
  status: OrderStatus
  paymentStatus: PaymentStatus
  fulfillmentStatus: 'unfulfilled' | 'partial' | 'fulfilled'
  currency: string
  subtotalMinor: number
  taxMinor: number
  shippingMinor: number
  discountMinor: number
  totalMinor: number
  totalItems: number
  shippingAddress: OrderAddress
  billingAddress: OrderAddress
  totalsExplanation: TotalsExplanation
  orderDate: string
  reservedUntil: string
  lines: OrderLineRow[]
  history: OrderHistoryRow[]
  /** Null when nothing left yet. */
  parcels: ParcelRow[] | null
}

/** The order with its lines, history and parcels. One statement, whatever the number of lines, sent at once. */
export async function readOrder(reader: Reader, number: string): Promise<OrderRow | null> {
  const [row] = await selectOrder(reader, { number })
  return row?.order ?? null
}

/** Whose order it is, and what else has to be known before anything happens to it. One statement. */
export async function readOrderHead(reader: Reader, number: string): Promise<OrderHead | null> {
  const [head] = await selectHead(reader, { number })
  return head ?? null
}

/** `paymentsOff`: what the shop does not take now. */
export type OrderHead = Pick<OrderRow, 'id' | 'orderNumber' | 'userId' | 'email'> & { paymentsOff: PaymentWay[] }

const selectOrder = statement<{ order: OrderRow }, { number: string }>(
  ({ number }) => sql`
    select json_build_object('id', o.id, 'orderNumber', o.order_number, 'userId', o.user_id, 'email', o.email, 'status', o.status,
      'paymentStatus', o.payment_status, 'fulfillmentStatus', o.fulfillment_status, 'currency', o.currency,
      'subtotalMinor', o.subtotal_minor, 'taxMinor', o.tax_minor, 'shippingMinor', o.shipping_minor, 'discountMinor', o.discount_minor,
      'totalMinor', o.total_minor, 'totalItems', o.total_items, 'shippingAddress', o.shipping_address, 'billingAddress', o.billing_address,
      'totalsExplanation', o.totals_explanation, 'orderDate', o.order_date, 'reservedUntil', o.reserved_until,
      'lines', (select json_agg(json_build_object('id', i.id, 'slug', i.product_slug,
        'productSlug', (select p.slug from products p where p.id = i.product_id and p.is_active), 'name', i.product_name, 'variantTitle', i.variant_title,
        'sku', i.product_sku, 'pictureHash', i.picture_hash, 'pictureBlur', (select m.blur from product_images m where m.product_id = i.product_id and m.hash = i.picture_hash
          limit 1), 'priceMinor', i.price_minor, 'quantity', i.quantity, 'isReviewed', o.status = 'delivered' and exists (
          select 1 from reviews r where r.product_id = i.product_id and r.user_id = o.user_id)) order by i.position)
        from order_items i where i.order_id = o.id),
      'history', (select json_agg(json_build_object('status', h.status, 'note', h.note, 'at', h.created_at) order by h.created_at, h.id)
        from order_status_history h where h.order_id = o.id),
      'parcels', (select json_agg(json_build_object('id', f.id, 'carrier', f.carrier, 'trackingNumber', f.tracking_number,
          'trackingUrl', f.tracking_url, 'sentAt', f.created_at, 'deliveredAt', f.delivered_at,
          'lines', (select json_agg(json_build_object('order_item_id', fi.order_item_id, 'quantity', fi.quantity) order by i.position)
            from fulfilment_items fi join order_items i on i.id = fi.order_item_id where fi.fulfilment_id = f.id)) order by f.created_at, f.id)
        from fulfilments f where f.order_id = o.id)) as order
    from orders o where o.order_number = ${number}`,
)

const selectHead = statement<OrderHead, { number: string }>(
  ({ number }) => sql`
    select o.id, o.order_number as "orderNumber", o.user_id as "userId", o.email, s.payments_off as "paymentsOff"
    from orders o, settings s where o.order_number = ${number}`,
)
