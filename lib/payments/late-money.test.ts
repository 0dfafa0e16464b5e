import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { endState, letTimePass, type Placed, placeTestOrder } from '@/db/testing/placed-orders'
import { testBank } from '@/db/testing/test-bank'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { reconcilePayments } from './reconcile-payments'
import { sendRefunds } from './send-refunds'
import { approved, challenge, chargedBy, decide, pay, ref, slow } from './testing'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const sweeper = systemCtx('sweeper')

const bank = testBank(receive)
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

const place = () => placeTestOrder(categoryId)
const charged = (placed: Placed) => chargedBy(bank, placed)

test('after the time to pay is over the order is not payable', async () => {
  const placed = await place()
  await letTimePass(placed)
  await expect(pay(placed, approved)).rejects.toMatchObject({ code: 'not_payable', status: 409 })
})

test('a cancelled order is not payable', async () => {
  const placed = await place()
  await cancelOrder(placed.ctx, ref(placed))
  await expect(pay(placed, approved)).rejects.toMatchObject({ code: 'not_payable' })
})

test('an open challenge of an order that can no longer be paid is ended by the sweep', async () => {
  const placed = await place()
  const { action_url } = await pay(placed, challenge)
  await letTimePass(placed)
  await reconcilePayments(sweeper, 0)
  await decide(action_url, 'approve')
  expect(await charged(placed)).toBe(0)
})

test('money that arrives late buys the units when they can still be had', async () => {
  const placed = await place()
  await pay(placed, slow)
  await letTimePass(placed)
  await bank.settleNow()
  await bank.deliverAll()
  expect(await endState(placed.order.id)).toMatchObject({ status: 'paid', refunds: [], stock: [{ onHand: 1, reserved: 0 }] })
})

test('money that arrives after the order was cancelled is given back, and says why', async () => {
  const placed = await place()
  const { action_url } = await pay(placed, challenge)
  await cancelOrder(placed.ctx, ref(placed))
  await decide(action_url, 'approve')
  await bank.deliverAll()
  expect(await endState(placed.order.id)).toMatchObject({ status: 'cancelled', refunds: [{ reason: 'The order was cancelled before.' }] })
})

test('money that arrives when the units are gone is given back, once, whatever is repeated', async () => {
  const product = await makeProduct(categoryId, { stock: 3 })
  const placed = await placeTestOrder(categoryId, product)
  await pay(placed, slow)
  await letTimePass(placed)
  const rival = await placeTestOrder(categoryId, product, 3)
  await pay(rival, approved)
  await bank.settleNow()
  await bank.deliverAll()
  const total = placed.order.totals.total.amount
  expect(await endState(placed.order.id)).toMatchObject({
    status: 'expired',
    refunds: [{ amountMinor: total, reason: 'The items were no longer available.', status: 'requested' }],
    stock: [{ onHand: 0, reserved: 0 }],
  })
  await Promise.all([sendRefunds(sweeper), sendRefunds(sweeper), sendRefunds(sweeper)])
  await bank.deliverAll()
  expect(await charged(placed)).toBe(0)
  expect(await endState(placed.order.id)).toMatchObject({ status: 'expired', paymentStatus: 'refunded', refunds: [{ status: 'sent' }] })
})

test('a cancelled order gets its money back', async () => {
  const placed = await place()
  await pay(placed, approved)
  await cancelOrder(placed.ctx, ref(placed))
  await sendRefunds(sweeper)
  await bank.deliverAll()
  expect(await charged(placed)).toBe(0)
  expect(await endState(placed.order.id)).toMatchObject({
    status: 'cancelled',
    paymentStatus: 'refunded',
    events: ['order.cancelled', 'order.paid', 'order.placed', 'order.refunded'],
    stock: [{ onHand: 3, reserved: 0 }],
  })
})

test('after all of this every invariant holds', async () => {
  expect(await findViolations(database())).toEqual([])
})
