/**
 * Fields of the checkout form as the body of `POST /api/v1/checkout`. A field is named like the JSON pointer of its value
 * (`shipping_address/city`), so that the errors of the API's schema find their way back to it.
 */
export function orderOfFields(fields: unknown): unknown {
  const { billing_same: billingSame, marketing_consent: consent, ...rest } = fields as Record<string, unknown>
  const nested: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(rest)) {
    const [group = name, member] = name.split('/')
    if (member === undefined) nested[group] = value
    else nested[group] = { ...(nested[group] as Record<string, unknown> | undefined), [member]: value }
  }
  const { amount, currency } = (nested.expected_total ?? {}) as Record<string, unknown>
  return {
    ...nested,
    marketing_consent: consent === 'on',
    billing_address: billingSame === 'on' ? null : nested.billing_address,
    expected_total: { amount: Number(amount), currency },
  }
}
