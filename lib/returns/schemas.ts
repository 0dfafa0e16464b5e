import { z } from 'zod'
import { OrderItemId, ReturnId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'
import { OrderLine } from '@/lib/orders/schemas'

const returnReasons = ['too_small', 'too_large', 'not_as_described', 'damaged', 'wrong_item', 'changed_mind', 'other'] as const
const Reason = z.enum(returnReasons)
const Status = z.enum(['requested', 'approved', 'rejected', 'received', 'refunded', 'withdrawn'])

const Quantity = wholeNumber(1, 999)
const Note = z.string().trim().max(1000).default('')

export const RequestReturn = z.strictObject({
  number: z.string().max(40),
  lines: z
    .array(z.strictObject({ order_item_id: OrderItemId, quantity: Quantity, reason: Reason, note: Note }))
    .min(1, 'Choose at least one item.')
    .max(100),
  note: Note,
})
export type RequestReturn = z.infer<typeof RequestReturn>

export const ReturnRef = z.strictObject({ number: z.string().max(40), id: ReturnId })
export type ReturnRef = z.infer<typeof ReturnRef>

export const ReturnView = z.object({
  id: ReturnId,
  status: Status,
  note: z.string(),
  requested_at: z.string(),
  lines: z.array(
    z.object({
      order_item_id: OrderItemId,
      name: z.string(),
      variant_title: z.string(),
      quantity: z.number().int(),
      reason: Reason,
      note: z.string(),
    }),
  ),
})
export type ReturnView = z.infer<typeof ReturnView>

/** What of an order can still be sent back, and what was asked so far. */
export const ReturnsOfOrder = z.object({
  /** Null when nothing can be sent back now; `closed_because` says why. */
  open_until: z.string().nullable(),
  closed_because: z.enum(['not_delivered', 'too_late', 'nothing_left']).nullable(),
  lines: z.array(OrderLine.extend({ returnable: z.number().int() })),
  returns: z.array(ReturnView),
})
export type ReturnsOfOrder = z.infer<typeof ReturnsOfOrder>
