import type { OrderAddress } from '@/db/schema/orders'
import { pictureView } from '@/lib/catalog/pictures'
import type { AddressFields } from '@/lib/checkout/schemas'
import { money } from '@/lib/core/money'
import { totalsView } from '@/lib/pricing/totals-view'
import { orderAccessToken } from './access-token'
import type { OrderLineRow, OrderRow, ParcelRow } from './read-order'
import type { OrderView, Parcel } from './schemas'
import { trackingPage } from './tracking-page'
import { isCancellable } from './transitions'

/** The wire shape of an order, for those who may see it: it carries the access token. */
export function orderView(order: OrderRow, nowMs = Date.now()): OrderView {
  const { currency, status, paymentStatus, totalsExplanation } = order
  return {
    id: order.id,
    number: order.orderNumber,
    status,
    payment_status: paymentStatus,
    fulfillment_status: order.fulfillmentStatus,
    email: order.email,
    placed_at: asTime(order.orderDate),
    reserved_until: asTime(order.reservedUntil),
    lines: order.lines.map((line) => orderLine(line, currency)),
    totals: totalsView(order, totalsExplanation, currency),
    total_items: order.totalItems,
    shipping_address: addressView(order.shippingAddress),
    billing_address: addressView(order.billingAddress),
    history: order.history.map(({ status: step, note, at }) => ({ status: step, note, at: asTime(at) })),
    parcels: (order.parcels ?? []).map(parcelView),
    is_cancellable: isCancellable(status, order.fulfillmentStatus),
    is_payable: status === 'pending' && paymentStatus === 'unpaid' && Date.parse(order.reservedUntil) > nowMs,
    access_token: orderAccessToken(order.id),
  }
}

function orderLine(line: OrderLineRow, currency: string): OrderView['lines'][number] {
  return {
    id: line.id,
    slug: line.slug,
    product_slug: line.productSlug,
    name: line.name,
    variant_title: line.variantTitle,
    sku: line.sku,
    picture: pictureView(line.pictureHash ? { hash: line.pictureHash, blur: line.pictureBlur ?? '', alt: line.name } : null),
    price: money(line.priceMinor, currency),
    quantity: line.quantity,
    line_total: money(line.priceMinor * line.quantity, currency),
    is_reviewed: line.isReviewed,
  }
}

function parcelView({ id, carrier, trackingNumber, trackingUrl, sentAt, deliveredAt, lines }: ParcelRow): Parcel {
  return {
    id,
    carrier,
    tracking_number: trackingNumber,
    tracking_url: trackingUrl ?? trackingPage(carrier, trackingNumber),
    sent_at: asTime(sentAt),
    delivered_at: deliveredAt && asTime(deliveredAt),
    lines,
  }
}

function addressView({ fullName, postalCode, ...rest }: OrderAddress): AddressFields {
  return { full_name: fullName, ...rest, postal_code: postalCode }
}

const asTime = (text: string) => new Date(text).toISOString()
