import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { productStock } from '@/db/schema/catalog'
import { inventoryMovements } from '@/db/schema/inventory'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { refunds } from '@/db/schema/payments'
import { outbox } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { isProof, seededRandom } from '@/db/testing/seed'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeProducts, makeUser } from '@/db/testing/world'
import { saveProduct } from '@/lib/catalog/save-product'
import { placeOrder } from '@/lib/checkout/place-order'
import { buy, fillCart, orderFor } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, OrderItemId } from '@/lib/core/ids'
import { orderAccessToken } from './access-token'
import { cancelOrder } from './cancel-order'
import { expireOrders } from './expire-orders'
import { findOrder } from './find-order'
import { deliverOrder } from './fulfil-order'
import { requireOrder } from './require-order'
import { OrderView } from './schemas'
import { sendParcel } from './send-parcel'
import { levelOf, linkOf, passTime, receiveMoney } from './testing'

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

const sweep = systemCtx('sweep')

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
    options: { detail: 'Cannot cancel order in cancelled status', extra: { order_status: 'cancelled', fulfillment_status: 'unfulfilled' } },
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
