import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type PaymentId } from '@/lib/core/ids'
import type { NewPayment, PaymentProvider, PaymentState } from './provider'
import { stripeProvider } from './stripe'
import { type FakeStripe, startFakeStripe } from './testing/fake-stripe'

const webhookSecret = 'whsec_test'
const signer = new Stripe('sk_test_signer')
let fake: FakeStripe
let provider: PaymentProvider

beforeAll(async () => {
  fake = await startFakeStripe()
  provider = stripeProvider({ secretKey: 'sk_test_1', webhookSecret, apiUrl: fake.url, timeoutMs: 400 })
})
afterAll(() => fake.close())

const payment = (wishes: Partial<NewPayment> = {}): NewPayment => ({
  paymentId: newId<PaymentId>(),
  orderNumber: 'HS-100001',
  amountMinor: 4210,
  currency: 'USD',
  returnUrl: 'https://shop.example/back',
  email: 'ann@example.com',
  card: null,
  isHosted: false,
  ...wishes,
})

function stateOf(answer: PaymentState | string): PaymentState & { providerPaymentId: string } {
  if (typeof answer === 'string' || answer.providerPaymentId === null) throw new Error(`expected a state, got ${JSON.stringify(answer)}`)
  return { ...answer, providerPaymentId: answer.providerPaymentId }
}

const create = async (input: NewPayment) => stateOf(await provider.createPayment(input))
const find = async (providerPaymentId: string) => stateOf(await provider.findPayment({ paymentId: newId(), providerPaymentId }))

function webhook(type: string, object: unknown, timestamp?: number) {
  const body = JSON.stringify({ id: `evt_${newId()}`, object: 'event', type, data: { object } })
  const header = signer.webhooks.generateTestHeaderString({ payload: body, secret: webhookSecret, ...(timestamp ? { timestamp } : {}) })
  return { body, headers: new Headers({ 'stripe-signature': header }) }
}

test('a payment is made under our id as key and metadata, and the browser gets its secret', async () => {
  const input = payment()
  const state = await create(input)
  expect(state).toMatchObject({ paymentId: input.paymentId, status: 'open', capturedMinor: 0 })
  expect(state.clientSecret).toMatch(/_secret_/)
  expect(fake.calls.at(-1)).toMatchObject({
    path: '/v1/payment_intents',
    key: input.paymentId,
    form: { amount: '4210', currency: 'usd', 'automatic_payment_methods[enabled]': 'true', 'metadata[order_number]': 'HS-100001' },
  })
  expect((await create(input)).providerPaymentId).toBe(state.providerPaymentId)
})

test('what was paid, refunded and disputed is found again', async () => {
  const { providerPaymentId } = await create(payment())
  fake.pay(providerPaymentId)
  expect(await find(providerPaymentId)).toMatchObject({ status: 'captured', capturedMinor: 4210, refundedMinor: 0, disputedMinor: 0 })
  await provider.refund({ refundId: newId(), providerPaymentId, amountMinor: 210 })
  Object.assign(fake.intents.get(providerPaymentId)?.latest_charge as object, { disputed: true })
  expect(await find(providerPaymentId)).toMatchObject({ refundedMinor: 210, disputedMinor: 4210 })
})

test('a refund repeated under its id happens once, and one that is too large is refused', async () => {
  const { providerPaymentId } = await create(payment())
  fake.pay(providerPaymentId)
  const refundId = newId()
  const first = await provider.refund({ refundId, providerPaymentId, amountMinor: 1000 })
  expect(await provider.refund({ refundId, providerPaymentId, amountMinor: 1000 })).toEqual(first)
  expect(first).toMatchObject({ state: { refundedMinor: 1000 } })
  expect(await provider.refund({ refundId: newId(), providerPaymentId, amountMinor: 4000 })).toBe('refused')
})

test('a payment that nobody has paid can be cancelled, a paid one is returned as it is', async () => {
  const open = await create(payment())
  const paid = await create(payment())
  fake.pay(paid.providerPaymentId)
  const cancel = (providerPaymentId: string) => provider.cancelPayment({ paymentId: newId(), providerPaymentId })
  expect(await cancel(open.providerPaymentId)).toMatchObject({ status: 'failed' })
  expect(await cancel(paid.providerPaymentId)).toMatchObject({ status: 'captured', capturedMinor: 4210 })
})

test('without JavaScript the shopper pays on a page at Stripe, and the payment is then known by its intent', async () => {
  const input = payment({ isHosted: true })
  const state = await create(input)
  expect(state).toMatchObject({
    paymentId: input.paymentId,
    status: 'requires_action',
    actionUrl: `https://checkout.stripe.test/${state.providerPaymentId}`,
  })
  const session = fake.paySession(state.providerPaymentId)
  const found = await find(state.providerPaymentId)
  expect(found).toMatchObject({ paymentId: input.paymentId, status: 'captured', capturedMinor: 4210 })
  expect(found.providerPaymentId).toMatch(/^pi_/)
  const { body, headers } = webhook('checkout.session.completed', session)
  expect(await provider.verifyWebhook(body, headers)).toMatchObject({ state: { providerPaymentId: found.providerPaymentId, status: 'captured' } })
})

test('no answer in time is unknown, except when making one: nobody can pay what nobody holds the secret of', async () => {
  const { providerPaymentId } = await create(payment())
  fake.fallSilent()
  const ref = { paymentId: newId<PaymentId>(), providerPaymentId }
  expect(await provider.findPayment(ref)).toBe('unknown')
  expect(await provider.cancelPayment(ref)).toBe('unknown')
  expect(await provider.refund({ refundId: newId(), providerPaymentId, amountMinor: 1 })).toBe('unknown')
  expect(await provider.createPayment(payment())).toBe('unavailable')
  expect(await provider.findPayment({ ...ref, providerPaymentId: null })).toBe('missing')
  fake.fallSilent(false)
})

test('webhooks tell cumulative amounts', async () => {
  const { providerPaymentId, paymentId } = await create(payment())
  const intent = fake.pay(providerPaymentId)
  const charge = intent.latest_charge as Record<string, unknown>
  const dispute = { id: 'dp_1', object: 'dispute', amount: 4210, status: 'needs_response', payment_intent: providerPaymentId, charge: charge.id }
  const read = async (type: string, object: unknown) => {
    const { body, headers } = webhook(type, object)
    return (await provider.verifyWebhook(body, headers))?.state
  }
  expect(await read('payment_intent.succeeded', { ...intent, latest_charge: charge.id })).toMatchObject({
    paymentId,
    status: 'captured',
    capturedMinor: 4210,
  })
  expect(await read('charge.refunded', { ...charge, amount_refunded: 210 })).toMatchObject({ paymentId, capturedMinor: 4210, refundedMinor: 210 })
  expect(await read('charge.dispute.created', dispute)).toMatchObject({ providerPaymentId, disputedMinor: 4210 })
  expect(await read('payment_intent.payment_failed', { ...intent, status: 'requires_payment_method', amount_received: 0 })).toMatchObject({
    status: 'open',
  })
  expect(await read('customer.created', {})).toBeUndefined()
})

test.each([
  [
    'of another secret',
    () => ({ ...webhook('payment_intent.succeeded', {}), headers: new Headers({ 'stripe-signature': `t=${now()},v1=${'0'.repeat(64)}` }) }),
  ],
  ['older than five minutes', () => webhook('payment_intent.succeeded', {}, now() - 310)],
  ['from the future', () => webhook('payment_intent.succeeded', {}, now() + 310)],
  ['missing', () => ({ ...webhook('payment_intent.succeeded', {}), headers: new Headers() })],
  ['of a truncated body', () => ({ ...webhook('payment_intent.succeeded', {}), body: '{"id":"evt' })],
])('a signature %s is refused', async (_, make) => {
  const { body, headers } = make()
  await expect(provider.verifyWebhook(body, headers)).rejects.toMatchObject({ code: 'signature_invalid' })
})

const now = () => Math.floor(Date.now() / 1_000)
