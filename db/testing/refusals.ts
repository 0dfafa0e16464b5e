import { type DomainError, isDomainError } from '@/lib/core/errors'

/** The refusal that `promise` ends in. Anything else fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<DomainError> {
  const [outcome] = await Promise.allSettled([promise])
  if (outcome.status === 'rejected' && isDomainError(outcome.reason)) return outcome.reason
  throw new Error('Expected a refusal', { cause: outcome })
}
