import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { makeCoupon } from '@/db/testing/make-coupon'
import { size } from '@/db/testing/seed'
import { CODE_PPM, commands, type Model, type Real, stateOf } from '@/db/testing/shop-model'
import { testBank } from '@/db/testing/test-bank'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProducts, makeUser } from '@/db/testing/world'
import { rollUp } from '@/lib/analytics/roll-up'
import { salesOf } from '@/lib/analytics/sales-of'
import { lastDays } from '@/lib/analytics/shop-day'
import { refreshSales } from '@/lib/catalog/refresh-sales'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId, OrderId } from '@/lib/core/ids'
import { compactInvalidations } from '@/lib/housekeeping/compact-invalidations'
import { forgetOld } from '@/lib/housekeeping/forget-old'
import { expireOrders } from '@/lib/orders/expire-orders'
import type { OrderView } from '@/lib/orders/schemas'
import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { sendRefunds } from '@/lib/payments/send-refunds'
import { forgetAnsweredKeys } from '@/lib/platform/idempotency/forget-answered-keys'
import { settleDuePayments } from '@/local/test-payments/payments'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const ctx = systemCtx('test')
const seed = Number(process.env.SEED) || Date.now() % 2 ** 31

const bank = testBank(receive)
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

/** The three seconds of the slow card last until a command ends them. */
async function settle({ number }: OrderView): Promise<void> {
  await bank.sql`update test_payments.payments set settles_at = now() where order_number = ${number} and settles_at is not null`
  await settleDuePayments(bank.sql)
  await bank.deliverAll()
}

async function hold({ number }: OrderView): Promise<void> {
  await bank.sql`update test_payments.payments set settles_at = now() + interval '1 hour' where order_number = ${number} and settles_at is not null`
}

async function tick(): Promise<void> {
  for (const job of [expireOrders, reconcilePayments, sendRefunds, refreshSales, rollUp, forgetOld, compactInvalidations]) await job(ctx)
  await forgetAnsweredKeys()
}

async function openShop(): Promise<{ model: Model; real: Real }> {
  const wishes = [
    { stock: 4, priceMinor: 2_000 },
    { stock: 2, priceMinor: 999 },
    { stock: 0, priceMinor: 5_000, isTracked: false },
  ]
  const products = wishes.map(({ stock, priceMinor, isTracked = true }) => ({ isTracked, price: priceMinor, onHand: stock, reserved: 0 }))
  const { code } = await makeCoupon({ ratePpm: CODE_PPM })
  return {
    model: { products, carts: [new Map(), new Map()], hasCode: [false, false], isCodeFree: true, orders: [], revenue: 0, refunds: 0, paidOrders: 0 },
    real: { shoppers: [guest(), signedIn(await makeUser())], products: await makeProducts(categoryId, wishes), orders: [], code, hold, settle, tick },
  }
}

const violations = async () => (await findViolations(database())).map((violation) => JSON.stringify(violation))

async function refundsLeft(orderId: OrderId): Promise<number | undefined> {
  const [row] = await database().execute<{ left: number }>(
    sql`select count(*)::int as left from refunds where order_id = ${orderId} and status = 'requested'`,
  )
  return row?.left
}

const soldToday = async () => (await salesOf(ctx, lastDays('America/New_York', 2))).total

test('P7: whatever people do, in whatever order, the shop answers as the model says, and its books add up', async () => {
  console.info(`SEED=${seed}`)
  let used = 0
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (sequence) => {
      const [before, known] = [await soldToday(), await violations()]
      const { model, real } = await openShop()
      await fc.asyncModelRun(() => ({ model, real }), sequence)
      used += [...sequence].length
      await tick()
      const state = await stateOf(real)
      expect(state.statuses).toEqual(model.orders.map(({ status }) => status))
      expect(state.levels).toEqual(model.products.map(({ isTracked, onHand, reserved }) => (isTracked ? { onHand, reserved } : null)))
      const after = await soldToday()
      expect([after.orders - before.orders, after.revenue.amount - before.revenue.amount, after.refunds.amount - before.refunds.amount]).toEqual([
        model.paidOrders,
        model.revenue,
        model.refunds,
      ])
      // What an earlier run has left broken is its own failure, so that a shorter sequence is judged by itself.
      expect((await violations()).filter((violation) => !known.includes(violation))).toEqual([])
      for (const { id } of real.orders) expect([id, await refundsLeft(id)]).toEqual([id, 0])
    }),
    { seed, numRuns: size(20, 300), endOnFailure: process.env.PROVE === '1' },
  )
  console.info(`${used} commands in ${size(20, 300)} runs`)
}, 1_800_000)
