import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId, type PaymentId } from '@/lib/core/ids'
import type { NewPayment, PaymentProvider, PaymentState } from '@/lib/platform/payments/provider'
import { isSignatureValid } from '@/lib/platform/payments/signature'
import { testProvider } from '@/lib/platform/payments/test-provider'
import { decideChallenge, disputePayment, settleDuePayments } from './payments'
import { createTestPaymentsServer } from './server'
import { createSchema, openStore, type Store } from './store'
import { deliverDueWebhooks } from './webhooks'

const secret = 'a secret of shop and provider'
let sql: Store
let url: string
let provider: PaymentProvider
let close: () => void
/** How long the late card really waits. */
let delayMs = 0

beforeAll(async () => {
  sql = openStore(process.env.DATABASE_URL ?? '')
  await createSchema(sql)
  const server = createTestPaymentsServer({ sql, secret, delay: () => sleep(delayMs) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = testProvider({ url, secret, timeoutMs: 1_000 })
  close = () => {
    server.closeAllConnections()
    server.close()
  }
})

afterAll(async () => {
  close()
  await sql.end({ timeout: 2 })
})

beforeEach(() => sql`truncate test_payments.webhooks`)

const payment = (card: string, paymentId = newId<PaymentId>()): NewPayment => ({
  paymentId,
  orderNumber: 'HS-100001',
  amountMinor: 4210,
  currency: 'USD',
  returnUrl: 'http://localhost:3000/back',
  email: 'ann@example.com',
  card: { number: card, expiry: '12/40', cvc: '123' },
  isHosted: false,
})

const created = async (input: NewPayment): Promise<PaymentState> => {
  const state = await provider.createPayment(input)
  if (typeof state === 'string') throw new Error(`expected a state, got ${state}`)
  return state
}

const makeAllDue = () => sql`update test_payments.webhooks set due_at = now() where due_at is not null`

test('an approved card is captured in full', async () => {
  const input = payment('4242424242424242')
  expect(await created(input)).toMatchObject({ paymentId: input.paymentId, status: 'captured', capturedMinor: 4210, refundedMinor: 0 })
})

test('ten creations of one reference in parallel are one payment', async () => {
  const input = payment('4242424242424242')
  const states = await Promise.all(Array.from({ length: 10 }, () => created(input)))
  expect(new Set(states.map((state) => state.providerPaymentId)).size).toBe(1)
})

test.each([
  ['4000000000000002', '12/40', 'card_declined'],
  ['4000000000009995', '12/40', 'insufficient_funds'],
  ['4242424242424242', '01/20', 'expired_card'],
  ['4111111111111111', '12/40', 'not_a_test_card'],
])('card %s of %s is declined: %s', async (number, expiry, declineCode) => {
  const state = await created({ ...payment(number), card: { number, expiry, cvc: '123' } })
  expect(state).toMatchObject({ status: 'failed', capturedMinor: 0, declineCode })
})

test('a challenge is captured when the shopper approves it on the page, and a second answer changes nothing', async () => {
  const state = await created(payment('4000000000003220'))
  expect(state).toMatchObject({ status: 'requires_action', capturedMinor: 0 })
  const page = await fetch(state.actionUrl ?? '')
  expect(await page.text()).toContain('Approve $42.10')
  const answer = await fetch(state.actionUrl ?? '', { method: 'POST', body: new URLSearchParams({ decision: 'approve' }), redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://localhost:3000/back'])
  await decideChallenge(sql, state.providerPaymentId ?? '', 'refuse')
  expect(await provider.findPayment({ paymentId: state.paymentId as PaymentId, providerPaymentId: null })).toMatchObject({ status: 'captured' })
})

test('a cancelled challenge cannot be approved any more', async () => {
  const state = await created(payment('4000000000003220'))
  const ref = { paymentId: state.paymentId as PaymentId, providerPaymentId: state.providerPaymentId }
  expect(await provider.cancelPayment(ref)).toMatchObject({ status: 'failed' })
  await decideChallenge(sql, state.providerPaymentId ?? '', 'approve')
  expect(await provider.findPayment(ref)).toMatchObject({ status: 'failed', capturedMinor: 0 })
})

test('a reference that was cancelled before it arrived charges nothing', async () => {
  const late = payment('4242424242424242')
  await provider.cancelPayment({ paymentId: late.paymentId, providerPaymentId: null })
  expect(await created(late)).toMatchObject({ status: 'failed', capturedMinor: 0 })
})

test('the slow card answers processing and settles when its time has come', async () => {
  const state = await created(payment('4000000000000077'))
  expect(state.status).toBe('processing')
  await settleDuePayments(sql)
  const ref = { paymentId: state.paymentId as PaymentId, providerPaymentId: null }
  expect(await provider.findPayment(ref)).toMatchObject({ status: 'processing' })
  await sql`update test_payments.payments set settles_at = now() where reference = ${state.paymentId}`
  await settleDuePayments(sql)
  expect(await provider.findPayment(ref)).toMatchObject({ status: 'captured' })
})

test('the late card is charged although the shop gave up waiting', async () => {
  delayMs = 1_000
  const input = payment('4000000000000119')
  expect(await provider.createPayment(input)).toBe('unknown')
  expect(await provider.findPayment({ paymentId: input.paymentId, providerPaymentId: null })).toMatchObject({ status: 'captured' })
  delayMs = 0
})

test('a provider that is not there charges nothing', async () => {
  expect(await testProvider({ url: 'http://127.0.0.1:59999', secret }).createPayment(payment('4242424242424242'))).toBe('unavailable')
})

test('a shop with another secret is refused', async () => {
  expect(await testProvider({ url, secret: 'another' }).createPayment(payment('4242424242424242'))).toBe('unavailable')
})

test('a refund happens once per key, and never above what was captured', async () => {
  const { providerPaymentId, paymentId } = await created(payment('4242424242424242'))
  const refund = (refundId: string, amountMinor: number) => provider.refund({ refundId, providerPaymentId: providerPaymentId ?? '', amountMinor })
  const answers = await Promise.all(Array.from({ length: 8 }, () => refund('one', 1000)))
  expect(new Set(answers.map((answer) => (typeof answer === 'string' ? answer : answer.providerRefundId))).size).toBe(1)
  expect(await refund('two', 4000)).toBe('refused')
  expect(await refund('three', 3210)).toMatchObject({ state: { refundedMinor: 4210 } })
  expect(await provider.findPayment({ paymentId: paymentId as PaymentId, providerPaymentId })).toMatchObject({ refundedMinor: 4210 })
})

test('webhooks are signed, carry cumulative amounts and are sent again until they are accepted, eight times at most', async () => {
  const { providerPaymentId } = await created(payment('4242424242424242'))
  await disputePayment(sql, providerPaymentId ?? '')
  const seen: { id: string; kind: string; payment: Record<string, number> }[] = []
  const refuse = async (body: string, signature: string) => {
    expect(isSignatureValid(secret, body, signature)).toBe(true)
    seen.push(JSON.parse(body))
    return 503
  }
  for (let round = 0; round < 10; round++) {
    await makeAllDue()
    await deliverDueWebhooks(sql, secret, refuse)
  }
  expect(seen.filter((event) => event.kind === 'captured')).toHaveLength(8)
  expect(new Set(seen.map((event) => event.id)).size).toBe(2)
  expect(seen.find((event) => event.kind === 'disputed')?.payment).toMatchObject({ captured: 4210, disputed: 4210 })
})

test('an accepted webhook is not sent again', async () => {
  await created(payment('4242424242424242'))
  await makeAllDue()
  const accept = async () => 200
  expect(await deliverDueWebhooks(sql, secret, accept)).toBe(1)
  await makeAllDue()
  expect(await deliverDueWebhooks(sql, secret, accept)).toBe(0)
})

test('the card for duplicates sends each of its three events three times, the last one first', async () => {
  await created(payment('4000000000000259'))
  const rows = await sql<{ kind: string }[]>`select body::json ->> 'kind' as kind from test_payments.webhooks order by due_at`
  expect(rows.slice(0, 3).map((row) => row.kind)).toEqual(['captured', 'created', 'authorized'])
  expect(rows).toHaveLength(9)
})

test('a webhook that was under way when the process was killed is sent by the next one', async () => {
  const received: string[] = []
  const shop = createServer((request, response) => {
    request.resume()
    received.push(request.url ?? '')
    // The first delivery never gets an answer.
    if (received.length > 1) response.end()
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const webhookUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hook`
  await created(payment('4242424242424242'))
  await makeAllDue()

  const first = await startProcess(webhookUrl)
  await until(() => received.length === 1)
  first.kill('SIGKILL')
  await sql`update test_payments.webhooks set due_at = now() where due_at is not null`
  const second = await startProcess(webhookUrl)
  await until(() => received.length === 2)
  await until(async () => (await sql`select from test_payments.webhooks where due_at is not null`).length === 0)
  second.kill('SIGTERM')
  shop.closeAllConnections()
  shop.close()
})

async function startProcess(webhookUrl: string): Promise<ChildProcess> {
  const port = String(20_000 + Math.floor(Math.random() * 12_000))
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/test-payments/main.ts'], {
    env: { ...process.env, TEST_PAYMENTS_PORT: port, TEST_PAYMENTS_SECRET: secret, WEBHOOK_URL: webhookUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    if (await isTrue()) return
    await sleep(50)
  }
  throw new Error('It did not happen within 10 s')
}
