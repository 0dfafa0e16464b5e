import { nestedFields } from '@/app/(checkout)/_parts/nested-fields'

/** Fields of the checkout form as the body of `POST /api/v1/checkout`. */
export function orderOfFields(fields: unknown): Record<string, unknown> {
  const { billing_same: billingSame, marketing_consent: consent, expected_total: total, ...order } = nestedFields(fields)
  const { amount, currency } = (total ?? {}) as Record<string, unknown>
  return {
    ...order,
    marketing_consent: consent === 'on',
    billing_address: billingSame === 'on' ? null : order.billing_address,
    expected_total: { amount: Number(amount), currency },
  }
}
