import { along, transaction } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { orderAccessToken } from '@/lib/orders/access-token'
import type { OrderHead } from '@/lib/orders/read-order'
import { requireOrder, requireOrderHead } from '@/lib/orders/require-order'
import type { OrderView } from '@/lib/orders/schemas'
import { appUrl } from '@/lib/platform/env'
import { onceWithOutsideCall, withoutKey } from '@/lib/platform/idempotency/idempotency'
import { logger } from '@/lib/platform/logger'
import type { NewPayment, ProviderName } from '@/lib/platform/payments/provider'
import { isProviderOffered, providerOf } from '@/lib/platform/payments/providers'
import { type Begun, beginPayment, markUnknown, requireStep, type Step } from './begin-payment'
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
  const order = await requireOrderHead(ctx, ref)
  const provider = requireProvider(input, order)
  return onceWithOutsideCall(ctx, `payment:${order.id}`, input, {
    begin: (claim) => beginPayment(order.id, provider, claim),
    work: async (begun) => {
      const { outcome, after = requireOrder(ctx, ref) } = await pay(ctx, order, provider, input, begun)
      const view = await after
      // A webhook may have been faster than the answer.
      const isPaid = outcome.outcome === 'processing' && view.status === 'paid'
      return { ...(isPaid ? paid : outcome), order: view }
    },
  })
}

/** What came out, and the order as it then is when it was read with the settlement. */
type Paid = { outcome: Outcome; after?: Promise<OrderView> }

function requireProvider({ method, card }: PayOrder, { paymentsOff }: OrderHead): ProviderName {
  const provider = method === 'test_card' ? 'test' : 'stripe'
  if (!isProviderOffered(provider) || paymentsOff.includes(provider)) {
    throw new DomainError('invalid_input', { errors: [{ pointer: '/method', detail: 'This way to pay is not offered here. Choose another one.' }] })
  }
  if (provider === 'test' && !card)
    throw new DomainError('invalid_input', { errors: [{ pointer: '/card/number', detail: 'Enter the card number.' }] })
  return provider
}

async function pay(ctx: Ctx, order: OrderHead, provider: ProviderName, input: PayOrder, first: Begun): Promise<Paid> {
  let begun = first
  // Each turn ends one old payment; more than a few mean that others are faster than we are.
  for (let turn = 0; turn < 4; turn++) {
    const step = await requireStep(begun)
    if (step.kind === 'paid') return { outcome: paid }
    if (step.kind === 'new') return createPayment(ctx, order, provider, input, step)
    if (step.kind === 'unsettled') {
      const resolved = await resolveUnsettled(step.payment, { isHosted: input.method === 'stripe_hosted' }, ctx.actor)
      if (resolved !== 'ended') return { outcome: resolved }
    }
    begun = await beginPayment(order.id, provider, withoutKey)
  }
  throw new DomainError('conflict', { detail: 'Another payment for this order is under way. Try again in a moment.', retryAfterSeconds: 2 })
}

async function createPayment(ctx: Ctx, order: OrderHead, provider: ProviderName, input: PayOrder, begun: New): Promise<Paid> {
  const { paymentId } = begun
  const state = await providerOf(provider).createPayment(newPayment(order, input, begun))
  if (state === 'unknown') {
    await markUnknown(paymentId)
    logger.warn({ requestId: ctx.requestId, paymentId }, 'a payment has no answer; it will be looked up')
    return { outcome: processing }
  }
  if (state === 'unavailable') {
    await transaction((tx) => settlePayment(tx, provider, neverMade(paymentId, 'provider_unavailable'), ctx.actor))
    throw providerUnreached()
  }
  // The order is read as the last thing before the commit, and travels with it.
  const { after } = await transaction(async (tx) => {
    await settlePayment(tx, provider, { ...state, paymentId }, ctx.actor)
    return { after: along(tx, requireOrder(ctx, { number: input.number, token: input.token }, tx)) }
  })
  logger.info({ requestId: ctx.requestId, paymentId, status: state.status, by: principalOf(ctx.actor).split(':')[0] }, 'payment answered')
  return { outcome: outcomeOf(state), after }
}

type New = Extract<Step, { kind: 'new' }>

function newPayment(order: OrderHead, input: PayOrder, begun: New): NewPayment {
  return {
    paymentId: begun.paymentId,
    orderNumber: order.orderNumber,
    amountMinor: begun.amountMinor,
    currency: begun.currency,
    returnUrl: `${appUrl}/api/v1/orders/${encodeURIComponent(order.orderNumber)}/payments/return?t=${encodeURIComponent(orderAccessToken(order.id))}`,
    email: order.email,
    card: input.card ?? null,
    isHosted: input.method === 'stripe_hosted',
  }
}
