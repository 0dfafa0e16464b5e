import type { payments } from '@/db/schema/payments'
import type { PaymentState } from '@/lib/platform/payments/provider'

export type PaymentRow = typeof payments.$inferSelect

/** Statuses without an outcome. */
export const unsettled = ['open', 'requires_action', 'processing', 'authorized'] as const satisfies readonly PaymentRow['status'][]

/** Later ones win, so that an old message never takes a payment back. */
const rank: Record<PaymentRow['status'], number> = { open: 0, requires_action: 1, processing: 2, authorized: 3, failed: 4, captured: 5 }

/** The row with what `state` adds to it: amounts only grow. The same object when it adds nothing. */
export function mergeState(row: PaymentRow, state: PaymentState): PaymentRow {
  const refundedMinor = Math.max(row.refundedMinor, state.refundedMinor)
  const capturedMinor = Math.max(row.capturedMinor, state.capturedMinor, refundedMinor)
  const authorizedMinor = Math.max(row.authorizedMinor, state.authorizedMinor, capturedMinor)
  const disputedMinor = Math.max(row.disputedMinor, state.disputedMinor)
  const said = capturedMinor >= row.amountMinor ? 'captured' : state.status
  const status = rank[said] > rank[row.status] ? said : row.status
  // A hosted page has an id of its own until the payment made on it has one.
  const takesId = row.providerPaymentId === null || (state.capturedMinor > row.capturedMinor && state.providerPaymentId !== row.providerPaymentId)
  const providerPaymentId = takesId ? state.providerPaymentId : row.providerPaymentId
  const actionUrl = state.actionUrl ?? row.actionUrl
  const merged: PaymentRow = { ...row, providerPaymentId, status, authorizedMinor, capturedMinor, refundedMinor, disputedMinor, actionUrl }
  const isSame = (Object.keys(merged) as (keyof PaymentRow)[]).every((key) => merged[key] === row[key])
  return isSame ? row : merged
}
