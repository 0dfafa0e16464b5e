import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { productStock } from '@/db/schema/catalog'
import { inventoryLevels, inventoryMovements } from '@/db/schema/inventory'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { refunds } from '@/db/schema/payments'
import { outbox } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { isProof, seededRandom } from '@/db/testing/seed'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeProducts, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { addItem } from '@/lib/cart/add-item'
import { viewCart } from '@/lib/cart/view-cart'
import { saveProduct } from '@/lib/catalog/save-product'
import { placeOrder } from '@/lib/checkout/place-order'
import { buy, fillCart, orderFor } from '@/lib/checkout/testing'
import { setCheckpointHook } from '@/lib/core/checkpoints'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId, type OrderId, OrderItemId } from '@/lib/core/ids'
import { orderAccessToken } from './access-token'
import { cancelOrder } from './cancel-order'
import { expireOrders } from './expire-orders'
import { findOrder } from './find-order'
import { deliverOrder } from './fulfil-order'
import { markPaid } from './mark-paid'
import { putBackIntoCart } from './put-back-into-cart'
import { requireOrder } from './require-order'
import { OrderView } from './schemas'
import { sendParcel } from './send-parcel'
import { receiveMoney } from './testing'

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

const linkOf = ({ number, access_token: token }: OrderView) => ({ number, token })
const sweep = systemCtx('sweep')

async function levelOf({ variantId }: WorldProduct) {
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, variantId))
  return { onHand: level?.onHand, reserved: level?.reserved }
}

/** The half hour is over. */
async function passTime(orderId: OrderId): Promise<void> {
  await database().execute(sql`update orders set reserved_until = now() - interval '1 minute' where id = ${orderId}`)
  await database().execute(sql`update reservations set expires_at = now() - interval '1 minute' where order_id = ${orderId}`)
}

test('an order is seen by its link and by its owner, and by nobody else; a number alone opens nothing', async () => {
  const owner = signedIn(await makeUser())
  const product = await makeProduct(categoryId)
  const order = await buy(owner, [{ variantId: product.variantId, quantity: 1 }])
  const { number } = order
  expect((await findOrder(owner, { number }))?.id).toBe(order.id)
  expect((await findOrder(guest(), linkOf(order)))?.id).toBe(order.id)
  expect(await findOrder(guest(), { number })).toBeNull()
  expect(await findOrder(signedIn(await makeUser()), { number })).toBeNull()
  const other = await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
  for (const token of ['', 'x', orderAccessToken(other.id), order.access_token.slice(0, -1)]) {
    expect((await refusalOf(requireOrder(guest(), { number, token }))).code).toBe('not_found')
  }
  const { statements } = await recordStatements(() => requireOrder(owner, { number }))
  expect(statements.length).toBeLessThanOrEqual(2)
})

test('the order tells each parcel with its units and the way to the carrier, and where its products stand today', async () => {
  const [kept, gone] = await makeProducts(categoryId, [{ stock: 5 }, { stock: 5 }])
  if (!kept || !gone) throw new Error('incomplete')
  const order = await buy(guest(), [
    { variantId: kept.variantId, quantity: 2 },
    { variantId: gone.variantId, quantity: 1 },
  ])
  expect(order.parcels).toEqual([])
  await receiveMoney(order)
  const [first, second] = order.lines.map(({ id }) => OrderItemId.parse(id))
  if (!first || !second) throw new Error('incomplete')
  const { number } = order
  const ups = { carrier: 'UPS', tracking_number: '1Z 999' }
  await sendParcel(withKey(sweep), { number, lines: [{ order_item_id: first, quantity: 1 }], ...ups })
  const own = { carrier: 'Ada by bike', tracking_number: '7', tracking_url: 'https://bikes.example/7' }
  await sendParcel(withKey(sweep), { number, lines: [{ order_item_id: first, quantity: 1 }], ...own })
  await sendParcel(withKey(sweep), { number })
  await deliverOrder(sweep, { number })
  await saveProduct(sweep, { product_id: gone.id, status: 'draft' })
  const { result, statements } = await recordStatements(() => requireOrder(guest(), linkOf(order)))
  const view = OrderView.parse(result)
  expect(statements).toHaveLength(1)
  expect(view.parcels).toMatchObject([
    { ...ups, tracking_url: 'https://www.ups.com/track?tracknum=1Z999', lines: [{ order_item_id: first, quantity: 1 }] },
    { ...own, lines: [{ order_item_id: first, quantity: 1 }] },
    { carrier: '', tracking_number: '', tracking_url: null, lines: [{ order_item_id: second, quantity: 1 }] },
  ])
  expect(view.parcels.every(({ delivered_at }) => delivered_at !== null)).toBe(true)
  expect(view.lines.map(({ product_slug }) => product_slug)).toEqual([order.lines[0]?.slug, null])
})

test('money that arrives sells what was reserved, once', async () => {
  const product = await makeProduct(categoryId, { stock: 5 })
  const order = await buy(guest(), [{ variantId: product.variantId, quantity: 2 }])
  expect(await receiveMoney(order)).toBe('paid')
  expect(await levelOf(product)).toEqual({ onHand: 3, reserved: 0 })
  const view = OrderView.parse(await requireOrder(guest(), linkOf(order)))
  expect(view).toMatchObject({ status: 'paid', payment_status: 'paid', is_payable: false, is_cancellable: true })
  expect(view.history.map((step) => step.note)).toEqual(['Order placed', 'Payment received'])
  expect(await receiveMoney(order)).toBe('already')
  expect(await levelOf(product)).toEqual({ onHand: 3, reserved: 0 })
})

test('cancelling a pending order releases its units and answers with its detail (R85, R88, R90)', async () => {
  const product = await makeProduct(categoryId, { stock: 6 })
  const order = await buy(guest(), [{ variantId: product.variantId, quantity: 2 }])
  const { result, statements } = await recordStatements(() => cancelOrder(guest(), linkOf(order)))
  expect(OrderView.parse(result)).toMatchObject({ status: 'cancelled', is_cancellable: false, is_payable: false })
  expect(result.history.at(-1)).toMatchObject({ status: 'cancelled', note: 'Order cancelled by user' })
  expect(statements.length).toBeLessThanOrEqual(7)
  expect(await levelOf(product)).toEqual({ onHand: 6, reserved: 0 })
  const [step] = await database().select().from(orderStatusHistory).where(eq(orderStatusHistory.status, 'cancelled'))
  expect(step?.createdBy).toBe('guest')
})

test('cancelling a paid order puts its units back, grouped per variant, and asks the money back (R87)', async () => {
  const [first, second] = await makeProducts(categoryId, [{ stock: [4, 9] }, { stock: 3 }])
  if (!first || !second) throw new Error('incomplete')
  const owner = signedIn(await makeUser())
  const lines = [...first.variants.map(({ id }) => ({ variantId: id, quantity: 2 })), { variantId: second.variantId, quantity: 3 }]
  const order = await buy(owner, lines)
  await receiveMoney(order)
  await cancelOrder(owner, { number: order.number })
  expect(await levelOf(first)).toEqual({ onHand: 4, reserved: 0 })
  expect(await levelOf(second)).toEqual({ onHand: 3, reserved: 0 })
  const returned = await database().select().from(inventoryMovements).where(eq(inventoryMovements.orderId, order.id))
  expect(returned.filter((movement) => movement.kind === 'returned').map((movement) => movement.onHandDelta)).toEqual(
    expect.arrayContaining([2, 2, 3]),
  )
  const [refund] = await database().select().from(refunds).where(eq(refunds.orderId, order.id))
  expect(refund).toMatchObject({ amountMinor: order.totals.total.amount, status: 'requested' })
  const bands = await database().select().from(outbox).where(eq(outbox.aggregateId, second.id))
  expect(bands.map(({ payload }) => [payload.before, payload.after])).toEqual([
    [3, 0],
    [0, 3],
  ])
})

test('an order that cannot be cancelled says so in the words of R86', async () => {
  const product = await makeProduct(categoryId)
  const order = await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
  await cancelOrder(guest(), linkOf(order))
  expect(await refusalOf(cancelOrder(guest(), linkOf(order)))).toMatchObject({
    code: 'not_cancellable',
    status: 400,
    options: { detail: 'Cannot cancel order in cancelled status' },
  })
  expect((await refusalOf(cancelOrder(guest(), { number: order.number }))).code).toBe('not_found')
})

test('of two cancels at the same moment one is answered and one refused, and the units come back once', async () => {
  const product = await makeProduct(categoryId, { stock: 4 })
  const order = await buy(guest(), [{ variantId: product.variantId, quantity: 4 }])
  const results = await inParallel([1, 2].map(() => () => cancelOrder(guest(), linkOf(order))))
  expect(tally(results)).toEqual({ done: 1, not_cancellable: 1 })
  expect(await levelOf(product)).toEqual({ onHand: 4, reserved: 0 })
})

test('cancel, payment, expiry and other shoppers at the same moment end in one consistent state', async () => {
  const { below } = seededRandom()
  for (let round = 0; round < (isProof ? 100 : 15); round++) {
    const product = await makeProduct(categoryId, { stock: 4 })
    const placed = await Promise.all([1, 2].map(() => buy(guest(), [{ variantId: product.variantId, quantity: 2 }])))
    const [order, other] = placed
    if (!order || !other) throw new Error('incomplete')
    if (below(2)) await passTime(order.id)
    if (below(2)) await passTime(other.id)
    const rivals: (() => Promise<unknown>)[] = [
      () => cancelOrder(guest(), linkOf(order)),
      () => receiveMoney(order),
      () => receiveMoney(other),
      () => expireOrders(sweep),
      () => buy(guest(), [{ variantId: product.variantId, quantity: 1 }]),
      () => buy(guest(), [{ variantId: product.variantId, quantity: 2 }]),
    ]
    rivals.sort(() => below(3) - 1)
    tally(await inParallel(rivals))
    expect(await findViolations(database())).toEqual([])
  }
  const [stats] = await database().execute(sql`select deadlocks from pg_stat_database where datname = current_database()`)
  expect(stats?.deadlocks).toBe(0)
}, 60_000)

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

test('each order event is told once, and the stock of the product page follows', async () => {
  const product = await makeProduct(categoryId, { stock: 3 })
  const ctx = guest()
  const order = await placeOrder(ctx, orderFor(await fillCart(ctx, [{ variantId: product.variantId, quantity: 3 }])))
  await cancelOrder(guest(), linkOf(order))
  const events = await database().select().from(outbox).where(eq(outbox.aggregateId, order.id))
  expect(events.map((event) => event.type).sort()).toEqual(['order.cancelled', 'order.placed'])
  const [stock] = await database().select().from(productStock).where(eq(productStock.productId, product.id))
  expect(stock).toMatchObject({ quantity: 3, version: 3 })
  expect(await database().$count(orders, eq(orders.id, order.id))).toBe(1)
})
