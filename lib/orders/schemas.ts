import { z } from 'zod'
import { CartView, Totals } from '@/lib/cart/schemas'
import { Picture } from '@/lib/catalog/schemas'
import { AddressFields } from '@/lib/checkout/schemas'
import { FulfilmentId, OrderId, OrderItemId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

/** An order is reached by its number, which people also type in small letters, and the signed token of its link, or by its owner. */
export const OrderRef = z.strictObject({ number: z.string().max(40).toUpperCase(), token: z.string().max(100).optional() })
export type OrderRef = z.infer<typeof OrderRef>

export const OrderLine = z.object({
  id: z.string(),
  /** The product's address as it was when this was bought. */
  slug: z.string(),
  /** The product's address today; null when it is no longer sold. */
  product_slug: z.string().nullable(),
  name: z.string(),
  variant_title: z.string(),
  sku: z.string(),
  picture: Picture.nullable(),
  price: Money,
  quantity: z.number().int(),
  line_total: Money,
  /** Whose order it is wrote about the product. Said once it was delivered. */
  is_reviewed: z.boolean(),
})

/** What left the house together, and how its carrier knows it. */
export const Parcel = z.object({
  id: FulfilmentId,
  carrier: z.string(),
  tracking_number: z.string(),
  /** Where its way can be followed: as staff wrote it, or the page of a carrier that we know. */
  tracking_url: z.string().nullable(),
  sent_at: z.string(),
  delivered_at: z.string().nullable(),
  lines: z.array(z.object({ order_item_id: OrderItemId, quantity: z.number().int() })),
})
export type Parcel = z.infer<typeof Parcel>

export const OrderView = z.object({
  id: OrderId,
  number: z.string(),
  status: z.enum(['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'expired']),
  payment_status: z.enum(['unpaid', 'authorized', 'paid', 'partially_refunded', 'refunded', 'disputed']),
  fulfillment_status: z.enum(['unfulfilled', 'partial', 'fulfilled']),
  email: z.string(),
  placed_at: z.string(),
  /** Until then the units are held and the order can be paid. */
  reserved_until: z.string(),
  lines: z.array(OrderLine),
  totals: Totals,
  total_items: z.number().int(),
  shipping_address: AddressFields,
  billing_address: AddressFields,
  history: z.array(z.object({ status: z.string(), note: z.string(), at: z.string() })),
  parcels: z.array(Parcel),
  is_cancellable: z.boolean(),
  is_payable: z.boolean(),
  /** Signed: whoever has it may see, pay and cancel this order. Append as `?t=`. */
  access_token: z.string(),
})
export type OrderView = z.infer<typeof OrderView>

/** What could not be put back, or not in full. */
const MissingItem = z.object({ name: z.string(), variant_title: z.string(), requested: z.number().int(), added: z.number().int() })

/** The items of an order put back into the cart, as far as they can be had. */
export const PutBack = z.object({ cart: CartView, missing: z.array(MissingItem) })
export type PutBack = z.infer<typeof PutBack>
