import { DomainError } from '@/lib/core/errors'
import { env, mode } from '@/lib/platform/env'
import type { PaymentProvider, ProviderName } from './provider'
import { stripeProvider } from './stripe'
import { testProvider } from './test-provider'

const opened = new Map<ProviderName, PaymentProvider>()

/** True when new payments may be made with it. The test provider is for local mode, or asked for with ALLOW_TEST_PAYMENTS=1. */
export function isProviderOffered(name: ProviderName): boolean {
  if (name === 'stripe') return Boolean(env.STRIPE_SECRET_KEY && env.STRIPE_PUBLISHABLE_KEY)
  return isConfigured('test') && (mode === 'local' || env.ALLOW_TEST_PAYMENTS === '1')
}

/** @throws unavailable when the shop is not configured for it: an old payment then waits until it is. */
export function providerOf(name: ProviderName): PaymentProvider {
  const known = opened.get(name)
  if (known) return known
  const provider = open(name)
  if (!provider) throw new DomainError('unavailable', { detail: 'This way to pay is not set up in this shop.', retryAfterSeconds: 60 })
  opened.set(name, provider)
  return provider
}

export const isConfigured = (name: ProviderName): boolean =>
  name === 'stripe' ? Boolean(env.STRIPE_SECRET_KEY) : Boolean(env.TEST_PAYMENTS_URL && env.TEST_PAYMENTS_SECRET)

function open(name: ProviderName): PaymentProvider | null {
  if (name === 'stripe') {
    if (!env.STRIPE_SECRET_KEY) return null
    return stripeProvider({ secretKey: env.STRIPE_SECRET_KEY, webhookSecret: env.STRIPE_WEBHOOK_SECRET, apiUrl: env.STRIPE_API_URL })
  }
  if (!env.TEST_PAYMENTS_URL || !env.TEST_PAYMENTS_SECRET) return null
  return testProvider({ url: env.TEST_PAYMENTS_URL, secret: env.TEST_PAYMENTS_SECRET })
}
