import { eq } from 'drizzle-orm'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/stripe/route'
import { database } from '@/db/client'
import { payments } from '@/db/schema/payments'
import { endState, type Placed, placeTestOrder } from '@/db/testing/placed-orders'
import { withKey } from '@/db/testing/visitors'
import { makeCategory } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId } from '@/lib/core/ids'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { checkPayment } from './check-payment'
import { payOrder } from './pay-order'
import { paymentOptions } from './payment-options'
import { sendRefunds } from './send-refunds'

const { fake } = await vi.hoisted(async () => {
  const { startFakeStripe } = await import('@/lib/platform/payments/testing/fake-stripe')
  const started = await startFakeStripe()
  Object.assign(process.env, {
    STRIPE_API_URL: started.url,
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
  })
  return { fake: started }
})

const signer = new Stripe('sk_test_signer')
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterAll(() => fake.close())

const place = () => placeTestOrder(categoryId)
const ref = ({ order }: Placed) => ({ number: order.number, token: order.access_token })
const pay = (placed: Placed, method: 'stripe' | 'stripe_hosted' = 'stripe') => payOrder(withKey(placed.ctx), { ...ref(placed), method })

async function intentOf(placed: Placed): Promise<string> {
  const rows = await database().select().from(payments).where(eq(payments.orderId, placed.order.id)).orderBy(payments.id)
  return rows.at(-1)?.providerPaymentId ?? ''
}

async function webhook(type: string, object: unknown): Promise<number> {
  const body = JSON.stringify({ id: `evt_${newId()}`, object: 'event', type, data: { object } })
  const signature = signer.webhooks.generateTestHeaderString({ payload: body, secret: 'whsec_test' })
  const request = new Request('http://shop/api/webhooks/stripe', { method: 'POST', body, headers: { 'stripe-signature': signature } })
  return (await receive(request)).status
}

test('the shop offers Stripe with its publishable key, and no test card where the test provider is not set up', () => {
  expect(paymentOptions({ paymentsOff: [] })).toEqual({ testCard: false, stripe: { publishableKey: 'pk_test_1' } })
})

test('the browser gets a secret, the same one when it asks again, and the webhook pays the order', async () => {
  const placed = await place()
  const first = await pay(placed)
  expect(first).toMatchObject({ outcome: 'requires_action', action_url: null, order: { status: 'pending' } })
  expect((await pay(placed)).client_secret).toBe(first.client_secret)
  const intent = fake.pay(await intentOf(placed))
  expect(await webhook('payment_intent.succeeded', { ...intent, latest_charge: 'ch_1' })).toBe(200)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', attempts: ['paid'], events: ['order.paid', 'order.placed'] })
})

test('the page that the shopper comes back to settles without any webhook', async () => {
  const placed = await place()
  await pay(placed)
  fake.pay(await intentOf(placed))
  expect(await checkPayment(placed.ctx, ref(placed))).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
})

test('going over to the page at Stripe cancels the payment on ours, and what is paid there pays the order once', async () => {
  const placed = await place()
  await pay(placed)
  const own = await intentOf(placed)
  const hosted = await pay(placed, 'stripe_hosted')
  expect(hosted.action_url).toContain('https://checkout.stripe.test/')
  expect(fake.intents.get(own)?.status).toBe('canceled')
  const session = fake.paySession(await intentOf(placed))
  const intent = fake.intents.get(String(session.payment_intent))
  await Promise.all([webhook('checkout.session.completed', session), webhook('payment_intent.succeeded', { ...intent, latest_charge: 'ch_1' })])
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', attempts: ['declined', 'paid'], refunds: [] })
  expect(await intentOf(placed)).toBe(intent?.id)
})

test('a refund and a dispute at Stripe reach the order', async () => {
  const placed = await place()
  await pay(placed)
  const id = await intentOf(placed)
  const charge = fake.pay(id).latest_charge as Record<string, unknown>
  const total = placed.order.totals.total.amount
  await webhook('charge.refunded', { ...charge, amount_refunded: 100 })
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', paymentStatus: 'partially_refunded' })
  await webhook('charge.dispute.created', {
    id: 'dp_1',
    object: 'dispute',
    amount: total,
    status: 'needs_response',
    payment_intent: id,
    charge: charge.id,
  })
  expect(await endState(placed.order.id)).toMatchObject({ paymentStatus: 'disputed', payments: [{ disputedMinor: total }] })
})

test('a cancelled order is refunded under the id of its refund', async () => {
  const placed = await place()
  await pay(placed)
  fake.pay(await intentOf(placed))
  await checkPayment(placed.ctx, ref(placed))
  await cancelOrder(placed.ctx, ref(placed))
  expect(await sendRefunds(systemCtx('sweeper'))).toBe(1)
  expect(fake.calls.filter((call) => call.path === '/v1/refunds')).toHaveLength(1)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunded', refunds: [{ status: 'sent' }] })
})
