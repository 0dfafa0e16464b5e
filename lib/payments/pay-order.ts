import { transaction } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { markPaid } from '@/lib/orders/mark-paid'
import { requireOrder } from '@/lib/orders/require-order'
import type { OrderView } from '@/lib/orders/schemas'
import { appUrl } from '@/lib/platform/env'
import { onceWithOutsideCall } from '@/lib/platform/idempotency/idempotency'
import { logger } from '@/lib/platform/logger'
import type { NewPayment, ProviderName } from '@/lib/platform/payments/provider'
import { isProviderOffered, providerOf } from '@/lib/platform/payments/providers'
import { type Begun, beginPayment, markUnknown } from './begin-payment'
import { neverMade } from './never-made'
import { type Outcome, outcomeOf, paid, processing } from './outcome'
import { providerUnreached, resolveUnsettled } from './resolve-unsettled'
import type { PaymentResult, PayOrder } from './schemas'
import { settlePayment } from './settle-payment'

/**
 * Pays an order with a card of the test provider, or begins a payment at Stripe. A repeated call under the same key acts once;
 * a second call while a payment has no outcome asks the provider first, so that nobody is charged twice.
 * @throws not_found, not_payable, payment_declined with `decline_code`, conflict while another payment of this order is under way,
 * unavailable when the provider was certainly not reached.
 */
export async function payOrder(ctx: Ctx, input: PayOrder): Promise<PaymentResult> {
  const ref = { number: input.number, token: input.token }
  const order = await requireOrder(ctx, ref)
  const provider = requireProvider(input)
  return onceWithOutsideCall(ctx, `payment:${order.id}`, input, async () => {
    const outcome = await pay(ctx, order, provider, input)
    const after = await requireOrder(ctx, ref)
    // A webhook may have been faster than the answer.
    const isPaid = outcome.outcome === 'processing' && after.status === 'paid'
    return { ...(isPaid ? paid : outcome), order: after }
  })
}

function requireProvider({ method, card }: PayOrder): ProviderName {
  const provider = method === 'test_card' ? 'test' : 'stripe'
  if (!isProviderOffered(provider)) {
    throw new DomainError('invalid_input', { errors: [{ pointer: '/method', detail: 'This way to pay is not offered here. Choose another one.' }] })
  }
  if (provider === 'test' && !card)
    throw new DomainError('invalid_input', { errors: [{ pointer: '/card/number', detail: 'Enter the card number.' }] })
  return provider
}

async function pay(ctx: Ctx, order: OrderView, provider: ProviderName, input: PayOrder): Promise<Outcome> {
  // Each turn ends one old payment; more than a few mean that others are faster than we are.
  for (let turn = 0; turn < 4; turn++) {
    const begun = await beginPayment(order.id, provider)
    if (begun.kind === 'paid') return paid
    if (begun.kind === 'free') return payNothing(ctx, order)
    if (begun.kind === 'new') return createPayment(ctx, order, provider, input, begun)
    const resolved = await resolveUnsettled(begun.payment, { isHosted: input.method === 'stripe_hosted' }, ctx.actor)
    if (resolved !== 'ended') return resolved
  }
  throw new DomainError('conflict', { detail: 'Another payment for this order is under way. Try again in a moment.', retryAfterSeconds: 2 })
}

/** Discounts can bring a total down to nothing. */
async function payNothing(ctx: Ctx, order: OrderView): Promise<Outcome> {
  const result = await transaction((tx) => markPaid(tx, order.id, ctx.actor))
  if (result === 'unfulfillable') throw new DomainError('not_payable', { detail: 'The items of this order are no longer available.' })
  return paid
}

async function createPayment(ctx: Ctx, order: OrderView, provider: ProviderName, input: PayOrder, begun: Extract<Begun, { kind: 'new' }>) {
  const { paymentId } = begun
  const state = await providerOf(provider).createPayment(newPayment(order, input, begun))
  if (state === 'unknown') {
    await markUnknown(paymentId)
    logger.warn({ requestId: ctx.requestId, paymentId }, 'a payment has no answer; it will be looked up')
    return processing
  }
  const isUnreached = state === 'unavailable'
  await transaction((tx) =>
    settlePayment(tx, provider, isUnreached ? neverMade(paymentId, 'provider_unavailable') : { ...state, paymentId }, ctx.actor),
  )
  if (isUnreached) {
    throw providerUnreached()
  }
  logger.info({ requestId: ctx.requestId, paymentId, status: state.status, by: principalOf(ctx.actor).split(':')[0] }, 'payment answered')
  return outcomeOf(state)
}

function newPayment(order: OrderView, input: PayOrder, begun: Extract<Begun, { kind: 'new' }>): NewPayment {
  return {
    paymentId: begun.paymentId,
    orderNumber: order.number,
    amountMinor: begun.amountMinor,
    currency: begun.currency,
    returnUrl: `${appUrl}/api/v1/orders/${encodeURIComponent(order.number)}/payments/return?t=${encodeURIComponent(order.access_token)}`,
    email: order.email,
    card: input.card ?? null,
    isHosted: input.method === 'stripe_hosted',
  }
}
