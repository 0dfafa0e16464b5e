import { z } from 'zod'
import { Picture } from '@/lib/catalog/schemas'
import { CartId, CartItemId, ProductId, VariantId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'

export const MAX_LINE_QUANTITY = 99
export const MAX_CART_LINES = 100

export const AddItem = z.strictObject({
  variant_id: VariantId,
  quantity: wholeNumber(1, MAX_LINE_QUANTITY).prefault(1),
})
export type AddItem = z.infer<typeof AddItem>

/** Quantity 0 removes the line. */
export const ChangeItem = z.strictObject({ id: CartItemId, quantity: wholeNumber(0, MAX_LINE_QUANTITY) })
export type ChangeItem = z.infer<typeof ChangeItem>

export const RemoveItem = z.strictObject({ id: CartItemId })
export type RemoveItem = z.infer<typeof RemoveItem>

export const NoInput = z.strictObject({})

/** What the shopper has to know about a line before it can be bought. */
const LineNotice = z.enum([
  'price_up',
  'price_down',
  /** Fewer are left than the line asks for. */
  'quantity_above_stock',
  'sold_out',
  /** The product or variant is no longer offered. */
  'withdrawn',
])

export const CartLine = z.object({
  id: CartItemId,
  product_id: ProductId,
  variant_id: VariantId,
  slug: z.string(),
  name: z.string(),
  /** Option values joined for people, for example `Red, L`; empty without options. */
  variant_title: z.string(),
  sku: z.string(),
  picture: Picture.nullable(),
  quantity: z.number().int(),
  /** The price at which it was added or last accepted; the line is counted with it. */
  price: Money,
  /** What it costs now; differs from `price` after a change until the shopper accepts it. */
  current_price: Money,
  line_total: Money,
  /** Units that can be bought now; null when stock is not tracked. */
  available: z.number().int().nullable(),
  notices: z.array(LineNotice),
})
export type CartLine = z.infer<typeof CartLine>

/** Subtotal, tax, shipping, discount and total with the sentences that explain them (DESIGN.md 3: tax before discount, half up). */
export const Totals = z.object({
  subtotal: Money,
  tax: Money,
  shipping: Money,
  discount: Money,
  total: Money,
  /** The code that the discount comes of, and what it takes off the subtotal, in percent; null without a discount. */
  discount_code: z.string().nullable(),
  discount_percent: z.number().nullable(),
  tax_name: z.string(),
  /** Percent, for people: 10 is 10 %. Null where lines are taxed at different rates: `taxes` says how. */
  tax_percent: z.number().nullable(),
  /** One for each rate; `base` is what it was taken of. They add up to `tax`. */
  taxes: z.array(z.object({ name: z.string(), percent: z.number(), base: Money, tax: Money })),
  shipping_name: z.string(),
  min_days: z.number().int(),
  max_days: z.number().int(),
})
export type Totals = z.infer<typeof Totals>

export const CartView = z.object({
  /** Null when there is no cart yet. */
  id: CartId.nullable(),
  count: z.number().int(),
  lines: z.array(CartLine),
  totals: Totals,
  email: z.string().nullable(),
  /** The code that was entered. One that was used elsewhere or has expired since takes nothing off and does not stand in the way of buying. */
  coupon: z.object({ code: z.string(), percent: z.number(), is_valid: z.boolean() }).nullable(),
  /** True when nothing has to be changed or accepted before checkout. */
  is_buyable: z.boolean(),
  version: z.number().int(),
  /** Only in the answer of `POST /api/v1/cart`, once. */
  cart_token: z.string().optional(),
})
export type CartView = z.infer<typeof CartView>

export const SaveContact = z.strictObject({ email: z.email().max(254), marketing_consent: z.boolean().default(false) })
export type SaveContact = z.infer<typeof SaveContact>

/** The token of a reminder's link. */
export const RestoreCart = z.strictObject({ token: z.string().max(100) })
export type RestoreCart = z.infer<typeof RestoreCart>
