import type { AuditChange } from '@/lib/audit/audited'
import type { DecidedReview } from './decide-review'
import type { RejectionReason } from './rejection-reasons'

/** What the activity log says about what was decided in one transaction: one entry however many, so that it is taken back as a whole. */
export function decisionChange(
  decided: readonly DecidedReview[],
  { isApproved, reason }: { isApproved: boolean; reason?: RejectionReason },
): AuditChange {
  const [first] = decided
  if (!first) throw new Error('Nothing was decided')
  const isOne = decided.length === 1
  return {
    action: isApproved ? 'review.approved' : 'review.rejected',
    subject: { type: 'review', id: isOne ? first.before.id : 'several', label: isOne ? `of ${first.product.name}` : `(${decided.length} reviews)` },
    before: decided.map(({ before }) => before),
    after: { is_approved: isApproved, ...(reason ? { reason } : {}) },
    // The time of the transaction, so it is the same for all of them.
    version: first.decidedAt,
  }
}
