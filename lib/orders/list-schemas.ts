import { z } from 'zod'
import { Picture } from '@/lib/catalog/schemas'
import { Money } from '@/lib/core/money'
import { wholeNumber } from '@/lib/core/numbers'
import { OrderView } from './schemas'

const { status, payment_status, fulfillment_status } = OrderView.shape

/** A page of one's own orders, newest first; by cursor only (R57–R59). */
export const ListOrders = z.object({
  cursor: z.string().max(500).optional(),
  page_size: wholeNumber(1, 100).prefault(20),
  status: status.optional(),
  /** A year in the shop's time zone. */
  year: wholeNumber(2000, 2200).optional(),
  /** The order's number from its start, with or without its letters, or a part of a product's name. */
  search: z.string().trim().max(200).optional(),
})
export type ListOrders = z.infer<typeof ListOrders>

export const OrderSummary = z.object({
  number: z.string(),
  status,
  payment_status,
  fulfillment_status,
  placed_at: z.string(),
  total: Money,
  total_items: z.number().int(),
  /** The first four lines; `total_items` counts all. */
  lines: z.array(z.object({ name: z.string(), variant_title: z.string(), quantity: z.number().int(), picture: Picture.nullable() })),
  is_cancellable: z.boolean(),
})
export type OrderSummary = z.infer<typeof OrderSummary>

export const OrderPage = z.object({ data: z.array(OrderSummary), next_cursor: z.string().nullable(), prev_cursor: z.string().nullable() })
export type OrderPage = z.infer<typeof OrderPage>
