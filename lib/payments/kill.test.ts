import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { endState, type Placed, placeTestOrder, withCard } from '@/db/testing/placed-orders'
import { isProof, seededRandom } from '@/db/testing/seed'
import { testBank } from '@/db/testing/test-bank'
import { guest, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { releaseAbandonedKeys } from '@/lib/platform/idempotency/idempotency'
import { payOrder } from './pay-order'
import { reconcilePayments } from './reconcile-payments'
import { sendRefunds } from './send-refunds'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const kills = isProof ? 60 : 4

const bank = testBank(receive)

test(`P2: a process killed ${kills} times while paying loses no payment and charges nobody twice`, { timeout: 600_000 }, async () => {
  const { integer } = seededRandom()
  const categoryId = await makeCategory()
  let interrupted = 0
  for (let round = 0; round < kills; round++) {
    const product = await makeProduct(categoryId, { stock: 100 })
    const orders: Placed[] = []
    for (let count = 0; count < 12; count++) orders.push(await placeTestOrder(categoryId, product))
    const acknowledged = await payUntilKilled(orders, integer(5, 165))
    if (acknowledged.length < orders.length) interrupted++
    for (const { order } of orders.filter((placed) => acknowledged.includes(placed.order.number))) {
      expect(await endState(order.id), `${order.number} was acknowledged`).toMatchObject({ status: 'paid' })
    }

    await reconcilePayments(systemCtx('sweeper'), 0)
    await releaseAbandonedKeys('payment:', 0)
    for (const placed of orders) {
      const input = withCard(placed, '4242424242424242')
      expect(await payOrder(withKey(guest(), `key-of-${placed.order.number}`), input)).toMatchObject({ outcome: 'paid' })
    }
    await bank.deliverAll()
    await sendRefunds(systemCtx('sweeper'))
    for (const { order } of orders) {
      const [charged] = await bank.sql`select sum(captured - refunded)::int as sum from test_payments.payments where order_number = ${order.number}`
      expect([order.number, charged?.sum]).toEqual([order.number, order.totals.total.amount])
    }
  }
  expect(interrupted).toBeGreaterThan(0)
  expect(await findViolations(database())).toEqual([])
})

/** Returns the numbers of the orders whose payment was acknowledged before the kill. */
async function payUntilKilled(orders: Placed[], afterMs: number): Promise<string[]> {
  const acknowledged: string[] = []
  const child = fork('db/testing/pay-and-be-killed.ts', { execArgv: ['--import', 'tsx'] })
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: true; acknowledged?: string }) => {
      if (message.ready) resolve()
      if (message.acknowledged) acknowledged.push(message.acknowledged)
    })
    child.once('exit', () => reject(new Error('The paying process ended before it began')))
  })
  await ready
  child.send(orders.map((placed) => withCard(placed, '4242424242424242')))
  await sleep(afterMs)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  return acknowledged
}
