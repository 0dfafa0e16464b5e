import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { refusalOf } from '@/db/testing/refusals'
import { guest, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeProducts } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { addItem } from '@/lib/cart/add-item'
import { viewCart } from '@/lib/cart/view-cart'
import { placeOrder } from '@/lib/checkout/place-order'
import { buy, fillCart, orderFor } from '@/lib/checkout/testing'
import { setCheckpointHook } from '@/lib/core/checkpoints'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId } from '@/lib/core/ids'
import { cancelOrder } from './cancel-order'
import { expireOrders } from './expire-orders'
import { markPaid } from './mark-paid'
import { putBackIntoCart } from './put-back-into-cart'
import { requireOrder } from './require-order'
import { levelOf, linkOf, passTime, receiveMoney } from './testing'

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

const sweep = systemCtx('sweep')

test('what is not paid in time goes back on sale, once, however many sweeps run', async () => {
  const product = await makeProduct(categoryId, { stock: 150 })
  const late = await Promise.all(Array.from({ length: 8 }, () => buy(guest(), [{ variantId: product.variantId, quantity: 2 }])))
  const inTime = await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
  for (const { id } of late) await passTime(id)
  const counts = await Promise.all([1, 2, 3].map(() => expireOrders(sweep)))
  expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(8)
  expect(await levelOf(product)).toEqual({ onHand: 150, reserved: 1 })
  expect((await requireOrder(guest(), linkOf(inTime))).status).toBe('pending')
  const [first] = late
  if (!first) throw new Error('incomplete')
  expect(await requireOrder(guest(), linkOf(first))).toMatchObject({ status: 'expired', is_payable: false, is_cancellable: false })
})

test('a shopper gets units whose time is over without waiting for the sweep', async () => {
  const product = await makeProduct(categoryId, { stock: 1 })
  const slow = await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
  const ctx = guest()
  expect((await refusalOf(addItem(ctx, { variant_id: product.variantId, quantity: 1 }))).code).toBe('out_of_stock')
  await passTime(slow.id)
  const quick = await buy(ctx, [{ variantId: product.variantId, quantity: 1 }])
  expect(quick.status).toBe('pending')
  expect(await levelOf(product)).toEqual({ onHand: 1, reserved: 1 })
  expect(await receiveMoney(slow)).toBe('unfulfillable')
  expect((await requireOrder(guest(), linkOf(slow))).status).toBe('expired')
  expect(await receiveMoney(quick)).toBe('paid')
})

test('units of an order that is being paid at this moment are not taken from under it', async () => {
  const product = await makeProduct(categoryId, { stock: 1 })
  const slow = await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
  await passTime(slow.id)
  const ctx = guest()
  const input = orderFor(await fillCart(ctx, [{ variantId: product.variantId, quantity: 1 }]))
  // A deadlock would be hidden by the second try of whoever lost it.
  const passed: string[] = []
  setCheckpointHook(async (name) => {
    passed.push(name)
  })
  const settled = transaction(async (tx) => {
    // A settlement may hold the strongest lock there is.
    await tx.execute(sql`select from orders where id = ${slow.id} for update`)
    const rival = placeOrder(ctx, input).catch((error: unknown) => error)
    while (!passed.includes('checkout.reserve')) await sleep(10)
    await sleep(200)
    return [await markPaid(tx, slow.id, sweep.actor), rival] as const
  })
  const [paid, rival] = await settled
  expect(paid).toBe('paid')
  expect(await rival).toMatchObject({ code: 'out_of_stock' })
  setCheckpointHook(null)
  expect(passed.filter((name) => name === 'checkout.lock')).toHaveLength(1)
  await database().execute(sql`insert into payments (id, order_id, provider, status, currency, amount_minor, captured_minor)
    values (${newId()}, ${slow.id}, 'test', 'captured', 'USD', ${slow.totals.total.amount}, ${slow.totals.total.amount})`)
})

test('money after expiry reserves again when the units are still there, all of them or none', async () => {
  const [plenty, scarce] = await makeProducts(categoryId, [{ stock: 5 }, { stock: 2 }])
  if (!plenty || !scarce) throw new Error('incomplete')
  const lines = [plenty, scarce].map(({ variantId }) => ({ variantId, quantity: 2 }))
  const lucky = await buy(guest(), lines)
  await passTime(lucky.id)
  await expireOrders(sweep)
  expect(await receiveMoney(lucky)).toBe('paid')
  expect(await levelOf(plenty)).toEqual({ onHand: 3, reserved: 0 })
  const refilled = await makeProduct(categoryId, { stock: 2 })
  const unlucky = await buy(guest(), [
    { variantId: plenty.variantId, quantity: 1 },
    { variantId: refilled.variantId, quantity: 2 },
  ])
  await passTime(unlucky.id)
  await buy(guest(), [{ variantId: refilled.variantId, quantity: 1 }])
  expect(await receiveMoney(unlucky)).toBe('unfulfillable')
  expect(await levelOf(plenty)).toEqual({ onHand: 3, reserved: 0 })
})

test('the items of an expired order go back into the cart as far as they can be had', async () => {
  const [plenty, scarce, gone] = await makeProducts(categoryId, [{ stock: 9 }, { stock: 3 }, { stock: 1 }])
  if (!plenty || !scarce || !gone) throw new Error('incomplete')
  const lines = [
    { variantId: plenty.variantId, quantity: 2 },
    { variantId: scarce.variantId, quantity: 3 },
    { variantId: gone.variantId, quantity: 1 },
  ]
  const order = await buy(guest(), lines)
  expect((await refusalOf(putBackIntoCart(guest(), linkOf(order)))).code).toBe('conflict')
  await passTime(order.id)
  await expireOrders(sweep)
  await buy(guest(), [
    { variantId: scarce.variantId, quantity: 1 },
    { variantId: gone.variantId, quantity: 1 },
  ])
  const ctx = guest()
  await addItem(ctx, { variant_id: plenty.variantId, quantity: 1 })
  const { cart, missing } = await putBackIntoCart(ctx, linkOf(order))
  expect(cart.lines.map((line) => [line.variant_id, line.quantity])).toEqual([
    [plenty.variantId, 3],
    [scarce.variantId, 2],
  ])
  expect(missing).toMatchObject([
    { requested: 3, added: 2 },
    { requested: 1, added: 0 },
  ])
  expect(await viewCart(ctx)).toEqual(cart)
  expect((await placeOrder(ctx, orderFor(cart))).total_items).toBe(5)
})

test('P3: ten parallel calls under one key put the items back once, all with the same answer; another key puts them in again', async () => {
  const product = await makeProduct(categoryId, { stock: 9 })
  const order = await buy(guest(), [{ variantId: product.variantId, quantity: 2 }])
  await cancelOrder(guest(), linkOf(order))
  const ctx = withKey(guest())
  const answers = await Promise.all(Array.from({ length: 10 }, () => putBackIntoCart(ctx, linkOf(order))))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect((await viewCart(ctx)).count).toBe(2)
  await putBackIntoCart(withKey(ctx), linkOf(order))
  expect((await viewCart(ctx)).count).toBe(4)
})
