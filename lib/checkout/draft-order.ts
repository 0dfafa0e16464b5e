import type { OrderAddress } from '@/db/schema/orders'
import { variantTitle } from '@/lib/cart/cart-view'
import type { Ctx } from '@/lib/core/context'
import { newId, type OrderId, type OrderItemId, type ProductId, type UserId, type VariantId } from '@/lib/core/ids'
import { historyActor } from '@/lib/orders/history-actor'
import type { OrderRow } from '@/lib/orders/read-order'
import type { Agreement } from './agreement'
import type { AddressFields, PlaceOrder } from './schemas'

type DraftLine = OrderRow['lines'][number] & {
  id: OrderItemId
  productId: ProductId
  variantId: VariantId
  taxMinor: number
  discountMinor: number
  isTracked: boolean
}

/** An order that only lacks its number. */
export type DraftOrder = Omit<OrderRow, 'orderNumber' | 'lines'> & {
  cartId: Agreement['cartId']
  marketingConsent: boolean
  couponId: Agreement['couponId']
  couponCode: string | null
  shippingMethodCode: string
  /** `guest` or `user:{id}`; a guest's key is no business of the history. */
  createdBy: string
  lines: DraftLine[]
}

/** How long units are held for an order that is not paid. */
const RESERVATION_MINUTES = 30

/** The immutable snapshot: lines, prices, addresses, totals and how they came about (R11, R12). */
export function draftOrder(ctx: Ctx, agreement: Agreement, input: PlaceOrder): DraftOrder {
  const { agreedAt, totals, terms } = agreement
  const { lineTaxMinor, lineDiscountMinor, ...amounts } = totals
  const at = agreedAt.toISOString()
  const shippingAddress = addressOf(input.shipping_address)
  return {
    id: newId<OrderId>(),
    cartId: agreement.cartId,
    userId: ctx.actor.kind === 'user' ? (ctx.actor.userId satisfies UserId) : null,
    createdBy: historyActor(ctx.actor),
    email: input.email,
    marketingConsent: input.marketing_consent,
    couponId: agreement.couponId,
    couponCode: terms.discount?.code ?? null,
    status: 'pending',
    paymentStatus: 'unpaid',
    fulfillmentStatus: 'unfulfilled',
    currency: agreement.currency,
    ...amounts,
    totalItems: agreement.lines.reduce((sum, line) => sum + line.quantity, 0),
    shippingAddress,
    billingAddress: input.billing_address ? addressOf(input.billing_address) : shippingAddress,
    shippingMethodCode: agreement.method.code,
    totalsExplanation: terms,
    orderDate: at,
    reservedUntil: new Date(agreedAt.getTime() + RESERVATION_MINUTES * 60_000).toISOString(),
    lines: agreement.lines.map((line, index) => ({
      id: newId<OrderItemId>(),
      productId: line.productId,
      variantId: line.variantId,
      slug: line.slug,
      productSlug: line.slug,
      name: line.name,
      variantTitle: variantTitle(line),
      sku: line.sku,
      pictureHash: line.picture?.hash ?? null,
      pictureBlur: line.picture?.blur ?? null,
      priceMinor: line.priceMinor,
      quantity: line.quantity,
      taxMinor: lineTaxMinor[index] ?? 0,
      discountMinor: lineDiscountMinor[index] ?? 0,
      isTracked: line.available !== null,
      isReviewed: false,
    })),
    history: [{ status: 'pending', note: 'Order placed', at }],
    parcels: null,
  }
}

function addressOf({ full_name: fullName, postal_code: postalCode, ...rest }: AddressFields): OrderAddress {
  return { fullName, ...rest, postalCode }
}
