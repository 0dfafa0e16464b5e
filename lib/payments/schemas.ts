import { z } from 'zod'
import { OrderView } from '@/lib/orders/schemas'
import { faultInCvc, faultInExpiry, faultInNumber } from './card-rules'

const without = (faultIn: (text: string) => string | null) => (text: string, context: z.RefinementCtx) => {
  const fault = faultIn(text)
  if (fault) context.addIssue({ code: 'custom', message: fault })
}

/**
 * Paying an order. `card` is for the test provider only; with Stripe the browser talks to Stripe and sends `method: 'stripe'`.
 * `stripe_hosted` answers with the address of a page at Stripe, for people without JavaScript.
 */
export const PayOrder = z.strictObject({
  number: z.string().max(40),
  token: z.string().max(100).optional(),
  method: z.enum(['test_card', 'stripe', 'stripe_hosted']),
  card: z
    .strictObject({
      number: z
        .string()
        .max(30)
        .transform((text) => text.replaceAll(/[\s-]/g, ''))
        .pipe(z.string().superRefine(without(faultInNumber))),
      expiry: z
        .string()
        .trim()
        .superRefine(without((text) => faultInExpiry(text))),
      cvc: z.string().trim().superRefine(without(faultInCvc)),
    })
    .optional(),
})
export type PayOrder = z.infer<typeof PayOrder>

/** A decline is not in here: it is the error `payment_declined` (402) with `decline_code`. */
export const PaymentResult = z.object({
  outcome: z.enum(['paid', 'requires_action', 'processing']),
  /** Where the shopper has to go next, with `requires_action`. */
  action_url: z.string().nullable(),
  /** For Stripe's Payment Element. */
  client_secret: z.string().nullable(),
  order: OrderView,
})
export type PaymentResult = z.infer<typeof PaymentResult>
