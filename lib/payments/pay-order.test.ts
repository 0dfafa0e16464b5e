import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { paymentAttempts, payments } from '@/db/schema/payments'
import { recordStatements } from '@/db/statements'
import { endState, openPayment, type Placed, placeTestOrder, withCard } from '@/db/testing/placed-orders'
import { testBank } from '@/db/testing/test-bank'
import { withKey } from '@/db/testing/visitors'
import { makeCategory } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { checkPayment } from './check-payment'
import { payOrder } from './pay-order'
import { reconcilePayments } from './reconcile-payments'
import { approved, challenge, chargedBy, decide, declinedCard, duplicates, late, pay, ref, slow } from './testing'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const sweeper = systemCtx('sweeper')

const bank = testBank(receive)
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

const place = () => placeTestOrder(categoryId)
const charged = (placed: Placed) => chargedBy(bank, placed)

test('an approved card pays the order, sells what was reserved and says so once', async () => {
  const placed = await place()
  const result = await pay(placed, approved)
  expect(result).toMatchObject({ outcome: 'paid', order: { status: 'paid', payment_status: 'paid', is_payable: false } })
  await bank.deliverAll()
  expect(await endState(placed.order.id)).toMatchObject({
    status: 'paid',
    payments: [{ status: 'captured', capturedMinor: placed.order.totals.total.amount }],
    attempts: ['paid'],
    events: ['order.paid', 'order.placed'],
    reservations: ['sold'],
    stock: [{ onHand: 1, reserved: 0 }],
    refunds: [],
  })
})

test('paying costs at most 11 statements', async () => {
  const placed = await place()
  const { statements } = await recordStatements(() => pay(placed, approved))
  expect(statements.length).toBeLessThanOrEqual(11)
})

test('a declined card leaves the order payable with another one, and both attempts are kept', async () => {
  const placed = await place()
  await expect(pay(placed, declinedCard)).rejects.toMatchObject({
    code: 'payment_declined',
    status: 402,
    options: { detail: expect.stringContaining('Nothing was charged'), extra: { decline_code: 'card_declined' } },
  })
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'paid' })
  expect(await endState(placed.order.id)).toMatchObject({ attempts: ['declined', 'paid'], status: 'paid' })
})

test('a decline frees its idempotency key', async () => {
  const placed = await place()
  await expect(pay(placed, declinedCard, 'key-of-a-decline')).rejects.toMatchObject({ code: 'payment_declined' })
  expect(await pay(placed, approved, 'key-of-a-decline')).toMatchObject({ outcome: 'paid' })
})

test('ten parallel calls under one key charge once: the same answer or conflict with Retry-After', async () => {
  const placed = await place()
  const calls = await Promise.allSettled(Array.from({ length: 10 }, () => pay(placed, approved, 'one-key-for-ten')))
  const answers = calls.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []))
  const refusals = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []))
  expect(answers.length).toBeGreaterThan(0)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'conflict', options: { retryAfterSeconds: 1 } })
  expect(await pay(placed, approved, 'one-key-for-ten')).toEqual(answers[0])
  expect(await charged(placed)).toBe(placed.order.totals.total.amount)
})

test('another card under the same key is refused', async () => {
  const placed = await place()
  await pay(placed, approved, 'key-with-one-card')
  await expect(pay(placed, slow, 'key-with-one-card')).rejects.toMatchObject({ code: 'key_reused', status: 422 })
})

test('eight parallel payments under different keys charge once', async () => {
  const placed = await place()
  const calls = await Promise.allSettled(Array.from({ length: 8 }, () => pay(placed, approved)))
  expect(calls.filter((call) => call.status === 'fulfilled').length).toBeGreaterThan(0)
  for (const call of calls) if (call.status === 'rejected') expect(call.reason).toMatchObject({ code: 'conflict' })
  await bank.deliverAll()
  expect(await charged(placed)).toBe(placed.order.totals.total.amount)
  expect((await endState(placed.order.id)).refunds).toEqual([])
})

test('paying a paid order answers paid and charges nothing more', async () => {
  const placed = await place()
  await pay(placed, approved)
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'paid' })
  expect(await charged(placed)).toBe(placed.order.totals.total.amount)
})

test('a challenge that is approved pays the order when the shopper comes back', async () => {
  const placed = await place()
  const result = await pay(placed, challenge)
  expect(result).toMatchObject({ outcome: 'requires_action', order: { status: 'pending' } })
  await decide(result.action_url, 'approve')
  expect(await checkPayment(placed.ctx, ref(placed))).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
  await bank.deliverAll()
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', attempts: ['paid'], events: ['order.paid', 'order.placed'] })
})

test('a challenge that is refused leaves the order payable', async () => {
  const placed = await place()
  await decide((await pay(placed, challenge)).action_url, 'refuse')
  await expect(checkPayment(placed.ctx, ref(placed))).rejects.toMatchObject({ options: { extra: { decline_code: 'challenge_refused' } } })
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'paid' })
})

test('another card after a challenge that was left open ends the challenge, which then cannot be approved', async () => {
  const placed = await place()
  const { action_url } = await pay(placed, challenge)
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'paid' })
  await decide(action_url, 'approve')
  await bank.deliverAll()
  expect(await charged(placed)).toBe(placed.order.totals.total.amount)
  expect(await endState(placed.order.id)).toMatchObject({ attempts: ['declined', 'paid'], refunds: [] })
})

test('a payment that settles later pays the order by webhook', async () => {
  const placed = await place()
  expect(await pay(placed, slow)).toMatchObject({ outcome: 'processing', order: { status: 'pending' } })
  await bank.settleNow()
  await bank.deliverAll()
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', attempts: ['paid'] })
})

test('while a payment is processing a second one is not made', async () => {
  const placed = await place()
  await pay(placed, slow)
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'processing' })
  expect(await database().select().from(payments).where(eq(payments.orderId, placed.order.id))).toHaveLength(1)
})

test('webhooks that repeat and arrive out of order pay once', async () => {
  const placed = await place()
  await pay(placed, duplicates)
  expect(await bank.deliverAll()).toBeGreaterThanOrEqual(9)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', events: ['order.paid', 'order.placed'], refunds: [] })
})

test('an answer that is lost leaves the payment processing; the sweep asks and finds it paid', async () => {
  const placed = await place()
  bank.loseAnswers()
  expect(await pay(placed, late)).toMatchObject({ outcome: 'processing', order: { status: 'pending' } })
  expect(await database().select().from(paymentAttempts).where(eq(paymentAttempts.orderId, placed.order.id))).toMatchObject([{ outcome: 'unknown' }])
  expect(await reconcilePayments(sweeper, 0)).toBeGreaterThanOrEqual(1)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', attempts: ['paid'] })
})

test('the sweep guesses nothing while the provider does not answer', async () => {
  const placed = await place()
  await pay(placed, slow)
  await bank.settleNow()
  await bank.close()
  await reconcilePayments(sweeper, 0)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'pending', payments: [{ status: 'processing' }] })
  await bank.open()
  await reconcilePayments(sweeper, 0)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid' })
})

test('a payment whose process died before it was sent is ended by the sweep, and can never be charged', async () => {
  const placed = await place()
  const paymentId = await openPayment(placed)
  await database().execute(sql`insert into idempotency_keys (principal, operation, key, request_hash, status)
    values ('someone', ${`payment:${placed.order.id}`}, 'a-dead-process', 'x', 'running')`)
  await reconcilePayments(sweeper, 0)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'pending', payments: [{ status: 'failed' }] })
  const [reference] = await bank.sql`select status from test_payments.payments where reference = ${paymentId}`
  expect(reference).toMatchObject({ status: 'cancelled' })
  expect(await database().execute(sql`select from idempotency_keys where key = 'a-dead-process'`)).toHaveLength(0)
  expect(await pay(placed, approved)).toMatchObject({ outcome: 'paid' })
})

test('a provider that is not there is 503, charges nothing, and the same key works afterwards', async () => {
  const placed = await place()
  await bank.close()
  await expect(pay(placed, approved, 'key-while-it-is-down')).rejects.toMatchObject({ code: 'unavailable', options: { retryAfterSeconds: 5 } })
  await bank.open()
  expect(await pay(placed, approved, 'key-while-it-is-down')).toMatchObject({ outcome: 'paid' })
})

test('nobody pays an order without its link', async () => {
  const placed = await place()
  await expect(payOrder(withKey(placed.ctx), { ...withCard(placed, approved), token: 'guessed' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a method that is not offered is refused, and so is a test card without its number', async () => {
  const placed = await place()
  await expect(payOrder(withKey(placed.ctx), { ...withCard(placed, approved), method: 'stripe' })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(payOrder(withKey(placed.ctx), { ...withCard(placed, approved), card: undefined })).rejects.toMatchObject({ code: 'invalid_input' })
})

test('after all of this every invariant holds', async () => {
  expect(await findViolations(database())).toEqual([])
})
