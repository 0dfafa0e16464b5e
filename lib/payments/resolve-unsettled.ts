import { transaction } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { PaymentState } from '@/lib/platform/payments/provider'
import { providerOf } from '@/lib/platform/payments/providers'
import type { PaymentRow } from './merge-state'
import { neverMade } from './never-made'
import { type Outcome, outcomeOf, processing } from './outcome'
import { settlePayment } from './settle-payment'

/** No call outside lasts longer: what the provider has not heard of by then was never sent. */
export const IN_FLIGHT_MS = 60_000

/** What the shopper wants now: fields on our page, or a page at the provider. */
type Wish = { isHosted: boolean }

/**
 * Asks the provider what became of a payment before another one is made, and settles it. `ended`: it can no longer be paid.
 * A payment that still waits for the shopper is continued where that is what the shopper wants, otherwise cancelled.
 * @throws conflict while its own request is still under way, unavailable when the provider cannot be asked.
 */
export async function resolveUnsettled(payment: PaymentRow, wish: Wish, actor: Actor): Promise<Outcome | 'ended'> {
  const provider = providerOf(payment.provider)
  const ref = { paymentId: payment.id, providerPaymentId: payment.providerPaymentId }
  const found = await provider.findPayment(ref)
  if (found === 'unknown') return cannotAsk(payment)
  if (found === 'missing' && isInFlight(payment)) throw underWay()
  if (found !== 'missing' && (!waitsForShopper(found) || canContinue(found, wish))) return settle(payment, found, actor)

  const cancelled = await provider.cancelPayment(ref)
  if (cancelled === 'unknown') return cannotAsk(payment)
  const state = cancelled === 'missing' ? neverMade(payment.id) : cancelled
  if (waitsForShopper(state)) throw underWay()
  return settle(payment, state, actor)
}

async function settle(payment: PaymentRow, state: PaymentState, actor: Actor): Promise<Outcome | 'ended'> {
  await transaction((tx) => settlePayment(tx, payment.provider, { ...state, paymentId: payment.id }, actor))
  return state.status === 'failed' ? 'ended' : outcomeOf(state)
}

const isInFlight = ({ createdAt }: PaymentRow) => Date.now() - createdAt.getTime() < IN_FLIGHT_MS

export const waitsForShopper = ({ status }: PaymentState) => status === 'open' || status === 'requires_action'

const canContinue = (state: PaymentState, { isHosted }: Wish) =>
  isHosted ? state.clientSecret === null && state.actionUrl !== null : state.clientSecret !== null

function cannotAsk(payment: PaymentRow): Outcome {
  if (payment.status === 'processing') return processing
  throw providerUnreached()
}

const underWay = () =>
  new DomainError('conflict', { detail: 'Another payment for this order is under way. Try again in a moment.', retryAfterSeconds: 2 })

export const providerUnreached = () =>
  new DomainError('unavailable', {
    detail: 'The payment service is not reachable just now. Nothing was charged, and your items stay reserved. Try again in a moment.',
    retryAfterSeconds: 5,
    isUndone: true,
  })
