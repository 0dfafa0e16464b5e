import type { PaymentWay } from '@/db/schema/platform'
import { env } from '@/lib/platform/env'
import { isProviderOffered } from '@/lib/platform/payments/providers'

/** How an order can be paid in this shop and mode. */
export type PaymentOptions = {
  /** Cards of the built-in test provider; no money moves. */
  testCard: boolean
  /** With it the browser loads Stripe's Payment Element; `stripe_hosted` works without JavaScript. */
  stripe: { publishableKey: string } | null
}

/**
 * The test provider is offered in local mode, or with ALLOW_TEST_PAYMENTS=1; Stripe when both of its keys are set. What the settings turn off
 * is not offered.
 */
export function paymentOptions({ paymentsOff }: { paymentsOff: PaymentWay[] }): PaymentOptions {
  const isOn = (way: PaymentWay) => isProviderOffered(way) && !paymentsOff.includes(way)
  const publishableKey = isOn('stripe') ? env.STRIPE_PUBLISHABLE_KEY : undefined
  return { testCard: isOn('test'), stripe: publishableKey ? { publishableKey } : null }
}
