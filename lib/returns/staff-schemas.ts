import { z } from 'zod'
import { OrderItemId, ReturnId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'

const ref = { number: z.string().max(40), id: ReturnId }

export const DecideReturn = z.strictObject({
  ...ref,
  decision: z.enum(['approved', 'rejected']),
  /** Told to the shopper. */
  answer: z.string().trim().max(500).prefault(''),
})
export type DecideReturn = z.input<typeof DecideReturn>

export const ReceiveReturn = z.strictObject({
  ...ref,
  /** What of it can be sold again; what is left out cannot. */
  restock: z.array(z.strictObject({ order_item_id: OrderItemId, quantity: wholeNumber(0, 999) })).max(100),
})
export type ReceiveReturn = z.infer<typeof ReceiveReturn>

export const RefundReturn = z.strictObject({
  ...ref,
  /** 0 finishes the return without a refund: what was due went back before, or nothing was paid. */
  amount: wholeNumber(0, 100_000_000_000, 'Write an amount, 0 for no refund.'),
})
export type RefundReturn = z.infer<typeof RefundReturn>
