import { eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { paymentEvents, payments } from '@/db/schema/payments'
import { recordStatements } from '@/db/statements'
import { endState, letTimePass, openPayment, placeTestOrder } from '@/db/testing/placed-orders'
import { refusalOf } from '@/db/testing/refusals'
import { isProof, seededRandom } from '@/db/testing/seed'
import { type EventWishes, eventBody, testBank } from '@/db/testing/test-bank'
import { makeCategory, makeProduct, makeUser } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { type CategoryId, newId, type PaymentId } from '@/lib/core/ids'
import { signatureOf } from '@/lib/platform/payments/signature'
import { refundOrder } from './refund-order'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const bank = testBank(receive)
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

/** The six events of one payment of `total`, each with the cumulative amounts of its moment. */
function sixEvents(total: number): [string, EventWishes][] {
  const part = 1_000
  return [
    ['created', {}],
    ['authorized', { authorized: total }],
    ['captured', { authorized: total, captured: total }],
    ['partially_refunded', { authorized: total, captured: total, refunded: part }],
    ['refunded', { authorized: total, captured: total, refunded: total }],
    ['disputed', { authorized: total, captured: total, refunded: total, disputed: total }],
  ]
}

async function orderWithPayment() {
  const placed = await placeTestOrder(categoryId)
  return { placed, paymentId: await openPayment(placed), total: placed.order.totals.total.amount }
}

async function bodiesOf({ paymentId, total }: { paymentId: PaymentId; total: number }): Promise<string[]> {
  return sixEvents(total).map(([kind, wishes]) => eventBody(kind, paymentId, wishes))
}

test('P4: each event twenty times in parallel has one effect', async () => {
  const { placed, ...payment } = await orderWithPayment()
  for (const body of await bodiesOf(payment)) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => bank.send(body)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200))
    const effects = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { effect: string }).effect))
    expect(effects.filter((effect) => effect === 'known')).toHaveLength(19)
  }
  expect(await database().select().from(paymentEvents).where(eq(paymentEvents.provider, 'test'))).toHaveLength(6)
  expect(await endState(placed.order.id)).toEqual({
    status: 'paid',
    paymentStatus: 'disputed',
    payments: [
      {
        status: 'captured',
        authorizedMinor: payment.total,
        capturedMinor: payment.total,
        refundedMinor: payment.total,
        disputedMinor: payment.total,
      },
    ],
    attempts: ['paid'],
    refunds: [1_000, payment.total - 1_000].map((amountMinor) => ({ amountMinor, reason: 'Refunded at the payment provider.', status: 'sent' })),
    history: [
      ...[1_000, payment.total - 1_000].map((amount) => `paid: $${(amount / 100).toFixed(2)} was returned at the payment provider.`).toSorted(),
      'paid: Payment received',
      'paid: The bank has disputed the payment.',
      'pending: Order placed',
    ],
    events: ['order.paid', 'order.placed', 'order.refunded', 'order.refunded'],
    reservations: ['sold'],
    stock: [{ onHand: 1, reserved: 0 }],
  })
})

/** What is the same in whatever parts the shop hears that money went back: the sum. */
const inOne = ({ refunds, history, events, ...state }: Awaited<ReturnType<typeof endState>>) => ({
  ...state,
  refunded: refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  history: history.filter((line) => !line.includes('was returned at the payment provider')),
  events: [...new Set(events)],
})

test(`P4: ${isProof ? 'all 720' : '12 random'} orders of the six events, and all at once, end in the same state`, { timeout: 600_000 }, async () => {
  const { below } = seededRandom()
  const all = permutations([0, 1, 2, 3, 4, 5])
  const chosen = isProof ? all : Array.from({ length: 12 }, () => all[below(all.length)] ?? [])
  let expected: unknown
  for (const order of chosen) {
    const { placed, ...payment } = await orderWithPayment()
    const bodies = await bodiesOf(payment)
    for (const index of order) expect((await bank.send(bodies[index] ?? '')).status).toBe(200)
    const state = inOne(await endState(placed.order.id))
    expected ??= state
    expect(state, `order ${order.join(' ')}`).toEqual(expected)
  }
  for (let round = 0; round < (isProof ? 40 : 4); round++) {
    const { placed, ...payment } = await orderWithPayment()
    const answers = await Promise.all((await bodiesOf(payment)).map((body) => bank.send(body)))
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(200))
    expect(inOne(await endState(placed.order.id))).toEqual(expected)
  }
})

test('what is given back at the provider in two parts is two refunds, each told, and nothing is left to give back', async () => {
  const { placed, paymentId, total } = await orderWithPayment()
  await bank.send(eventBody('captured', paymentId, { captured: total }))
  await bank.send(eventBody('partially_refunded', paymentId, { captured: total, refunded: 500 }))
  expect(await endState(placed.order.id)).toMatchObject({ paymentStatus: 'partially_refunded' })
  await bank.send(eventBody('refunded', paymentId, { captured: total, refunded: total }))
  expect(await endState(placed.order.id)).toMatchObject({
    paymentStatus: 'refunded',
    refunds: [{ amountMinor: 500 }, { amountMinor: total - 500 }],
    events: ['order.paid', 'order.placed', 'order.refunded', 'order.refunded'],
  })
  const boss: Ctx = { ...placed.ctx, actor: { kind: 'user', userId: await makeUser(), role: 'admin' }, idempotencyKey: newId() }
  const wanted = { number: placed.order.number, amount: 1, lines: [], restock: false, reason: '' }
  expect((await refusalOf(refundOrder(boss, wanted))).code).toBe('conflict')
})

test('money that is only authorised does not pay the order', async () => {
  const { placed, paymentId, total } = await orderWithPayment()
  await bank.send(eventBody('authorized', paymentId, { authorized: total }))
  expect(await endState(placed.order.id)).toMatchObject({ status: 'pending', paymentStatus: 'authorized', reservations: ['open'] })
})

test.each(['in turn', 'at once'])('two payments of one order that are both captured %s: the second is given back', async (how) => {
  const { placed, paymentId, total } = await orderWithPayment()
  const second = await openPayment(placed)
  const bodies = [eventBody('captured', paymentId, { captured: total }), eventBody('captured', second, { captured: total })]
  if (how === 'at once') await Promise.all(bodies.map((body) => bank.send(body)))
  else for (const body of bodies) await bank.send(body)
  // Once more, as news: nothing else is given back.
  await bank.send(eventBody('captured', paymentId, { captured: total }))
  await bank.send(eventBody('captured', second, { captured: total }))
  expect(await endState(placed.order.id)).toMatchObject({
    status: 'paid',
    paymentStatus: 'paid',
    refunds: [{ amountMinor: total, reason: 'The order was already paid.', status: 'requested' }],
    stock: [{ onHand: 1, reserved: 0 }],
  })
})

test('P4: paid but sold out is given back', async () => {
  const product = await makeProduct(categoryId, { stock: 2 })
  const placed = await placeTestOrder(categoryId, product)
  const paymentId = await openPayment(placed)
  const total = placed.order.totals.total.amount
  await letTimePass(placed)
  await placeTestOrder(categoryId, product)
  await bank.send(eventBody('captured', paymentId, { captured: total }))
  expect(await endState(placed.order.id)).toMatchObject({ status: 'expired', refunds: [{ amountMinor: total, status: 'requested' }] })
})

test('an event that says nothing new costs two statements and locks nobody', async () => {
  const { paymentId, total } = await orderWithPayment()
  await bank.send(eventBody('captured', paymentId, { captured: total }))
  const { statements } = await recordStatements(() => bank.send(eventBody('captured', paymentId, { captured: total })))
  expect(statements).toHaveLength(2)
  expect(statements.filter(({ text }) => /for (no key )?update/.test(text))).toEqual([])
})

test('an event about a payment that is not ours is answered with 200, so that it is not sent for ever', async () => {
  const answer = await bank.send(eventBody('captured', newId(), { captured: 100 }))
  expect([answer.status, await answer.json()]).toEqual([200, { received: true, effect: 'unknown_payment' }])
})

const now = () => Math.floor(Date.now() / 1_000)

test.each<[string, (body: string) => { body: string; signature: string }, string]>([
  ['signed with another secret', (body) => ({ body, signature: signatureOf('another secret', body) }), 'signature_invalid'],
  ['signed more than five minutes ago', (body) => ({ body, signature: signatureOf(secret(), body, now() - 310) }), 'signature_invalid'],
  ['signed in the future', (body) => ({ body, signature: signatureOf(secret(), body, now() + 310) }), 'signature_invalid'],
  ['cut off after it was signed', (body) => ({ body: body.slice(0, -20), signature: signatureOf(secret(), body) }), 'signature_invalid'],
  ['cut off before it was signed', (body) => ({ body: body.slice(0, -20), signature: signatureOf(secret(), body.slice(0, -20)) }), 'malformed'],
  [
    'with a time that was changed',
    (body) => ({ body, signature: signatureOf(secret(), body, now() - 400).replace(/t=\d+/, `t=${now()}`) }),
    'signature_invalid',
  ],
  ['without a signature', (body) => ({ body, signature: '' }), 'signature_invalid'],
  ['that is no event', () => ({ body: '{"id":7}', signature: signatureOf(secret(), '{"id":7}') }), 'malformed'],
])('P4: a webhook %s is 400 and leaves no row', async (_, spoil, code) => {
  const { placed, paymentId, total } = await orderWithPayment()
  const before = await database().$count(paymentEvents)
  const { body, signature } = spoil(eventBody('captured', paymentId, { captured: total }))
  const answer = await bank.send(body, signature)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, code])
  expect(await database().$count(paymentEvents)).toBe(before)
  expect(await database().select().from(payments).where(eq(payments.orderId, placed.order.id))).toMatchObject([{ status: 'open', capturedMinor: 0 }])
})

test('after all of this every invariant holds', async () => {
  expect(await findViolations(database())).toEqual([])
})

const secret = () => process.env.TEST_PAYMENTS_SECRET ?? ''

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
