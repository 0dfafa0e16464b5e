import '@/local/inngest/testing/job-keys'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { cartReminders } from '@/db/schema/cart'
import { products } from '@/db/schema/catalog'
import { users } from '@/db/schema/customers'
import { emails } from '@/db/schema/emails'
import { stockAlerts } from '@/db/schema/inventory'
import { outbox } from '@/db/schema/platform'
import { subscriptions } from '@/db/schema/wishlist'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { saveContact } from '@/lib/cart/save-contact'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CategoryId, newId } from '@/lib/core/ids'
import { allocateStock, deallocateStock } from '@/lib/inventory/allocate-stock'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { expireOrders } from '@/lib/orders/expire-orders'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import type { OrderView } from '@/lib/orders/schemas'
import { receiveMoney } from '@/lib/orders/testing'
import { publish } from '@/lib/platform/events/publish'
import { requestReturn } from '@/lib/returns/request-return'
import { writeReview } from '@/lib/reviews/write-review'
import type { JobsWorld } from '@/local/inngest/testing/jobs-world'
import { dispatchTo, startShopJobs } from '@/local/inngest/testing/shop-jobs'

/* Each function of the shop that is started by an event or a schedule, driven through Inngest's protocol by the real executor. */

const shop = systemCtx('test')
let categoryId: CategoryId
let world: JobsWorld
beforeAll(async () => {
  categoryId = await makeCategory()
})
beforeEach(async () => {
  for (const table of [outbox, emails, stockAlerts, subscriptions]) await database().delete(table)
  await database().execute(sql`delete from carts where completed_at is null`)
  await database().execute(sql`update product_stock set is_active = false`)
})
afterEach(() => world.stop())

const withJobs = async (...ids: string[]) => {
  world = await startShopJobs(...ids)
}
const dispatch = () => dispatchTo(world)

async function place(ctx: Ctx = guest()): Promise<OrderView> {
  const { variantId } = await makeProduct(categoryId, { stock: 50, priceMinor: 2000 })
  return placeOrder(ctx, orderFor(await fillCart(ctx, [{ variantId, quantity: 1 }]), { email: `${newId()}@example.com` }))
}
const kinds = async () => (await database().select().from(emails).orderBy(emails.id)).map(({ kind }) => kind)
const sell = (product: WorldProduct, quantity: number) =>
  transaction((tx) => allocateStock(tx, { productId: product.id, quantity, actor: 'system:test' }))
const restock = (product: WorldProduct, quantity: number) =>
  transaction((tx) => deallocateStock(tx, { productId: product.id, quantity, actor: 'system:test' }))

const orderJobs = [
  'confirm-paid-order',
  'confirm-unpaid-order',
  'mail-shipped-order',
  'mail-delivered-order',
  'mail-cancelled-order',
  'mail-expired-order',
  'mail-refunded-order',
  'mail-requested-return',
  'mail-updated-return',
]

test('from a purchase to a return each step writes its mail once, also when its event comes again under another id', async () => {
  await withJobs(...orderJobs)
  const ctx = signedIn(await makeUser())
  const order = await place(ctx)
  const told: Awaited<ReturnType<typeof dispatch>> = []
  const next = async (act: () => Promise<unknown>) => {
    await act()
    told.push(...(await dispatch()))
  }
  await next(() => receiveMoney(order))
  await next(() => shipOrder(shop, order))
  await next(() => deliverOrder(shop, order))
  const [line] = order.lines
  await next(() =>
    requestReturn(withKey(ctx), {
      number: order.number,
      note: '',
      lines: [{ order_item_id: line?.id as never, quantity: 1, reason: 'other', note: '' }],
    }),
  )
  const asked = told.at(-1)?.data as { returnId: never; orderId: never; orderNumber: string }
  await next(() => transaction(async (tx) => publish(tx, { ...asked, type: 'return.updated', status: 'approved' })))
  const expected = ['order_confirmation', 'order_shipped', 'order_delivered', 'return_received', 'return_update']
  expect(await kinds()).toEqual(expected)
  await world.send(told.map((event) => ({ ...event, id: newId() })))
  expect(await kinds()).toEqual(expected)
})

test('somebody who leaves without paying is told after ten minutes; whoever pays, cancels or is too late is told that instead', async () => {
  await withJobs(...orderJobs)
  const [left, paid, cancelled] = [await place(), await place(), await place()]
  await dispatch()
  await receiveMoney(paid)
  await cancelOrder(guest(), { number: cancelled.number, token: cancelled.access_token })
  await dispatch()
  expect((await kinds()).toSorted()).toEqual(['order_cancelled', 'order_confirmation'])
  await world.advance('9m')
  expect(await kinds()).toHaveLength(2)
  await world.advance('2m')
  const late = (await database().select().from(emails)).filter(({ orderId }) => orderId === left.id)
  expect(late).toMatchObject([{ kind: 'order_confirmation', props: { pay_until: left.reserved_until } }])
  expect((await world.runs('confirm-unpaid-order')).map(({ status }) => status).toSorted()).toEqual(['cancelled', 'cancelled', 'completed'])
  await database().execute(sql`update orders set reserved_until = now() - interval '1 minute' where id = ${left.id}`)
  await expireOrders(shop)
  await dispatch()
  expect((await kinds()).at(-1)).toBe('order_expired')
})

test('a mail that cannot be stored is stored at a later try, once', async () => {
  await withJobs(...orderJobs)
  const order = await place()
  await database().execute(sql`alter table emails add constraint broken check (kind <> 'order_confirmation')`)
  await receiveMoney(order)
  await dispatch()
  expect(await kinds()).toEqual([])
  await database().execute(sql`alter table emails drop constraint broken`)
  await world.advance('1h')
  expect(await kinds()).toEqual(['order_confirmation'])
  expect(world.calls.filter(({ function: name }) => name === 'confirm-paid-order').length).toBeGreaterThan(2)
})

test('money that went back is told with its amount, and a later part once the provider has sent it', async () => {
  await withJobs(...orderJobs)
  const order = await place()
  await receiveMoney(order)
  const refunded = (amount: number) => database().execute(sql`update payments set refunded_minor = ${amount} where order_id = ${order.id}`)
  const amounts = async () =>
    (await database().select().from(emails).where(eq(emails.kind, 'order_refunded')).orderBy(emails.id)).map(({ props }) => props.amount)
  await refunded(700)
  await transaction(async (tx) => publish(tx, { type: 'order.refunded', orderId: order.id, orderNumber: order.number }))
  await dispatch()
  expect(await amounts()).toMatchObject([{ amount: 700 }])
  await transaction(async (tx) => publish(tx, { type: 'refund.requested', refundId: newId(), orderId: order.id }))
  await dispatch()
  await world.advance('2m')
  expect(await amounts()).toHaveLength(1)
  await refunded(1000)
  await world.advance('2d')
  expect(await amounts()).toMatchObject([{ amount: 700 }, { amount: 300 }])
})

test('a week after the delivery a person is asked for a review of what they have not reviewed; a guest is not', async () => {
  await withJobs('request-review')
  const ctx = signedIn(await makeUser())
  const bought = await Promise.all([1, 2].map(() => makeProduct(categoryId, { stock: 5 })))
  const cart = await fillCart(
    ctx,
    bought.map(({ variantId }) => ({ variantId, quantity: 1 })),
  )
  const [order, guests] = [await placeOrder(ctx, orderFor(cart)), await place()]
  for (const one of [order, guests]) {
    await receiveMoney(one)
    await shipOrder(shop, one)
    await deliverOrder(shop, one)
  }
  const [first, second] = bought
  await writeReview(withKey(ctx), { product_id: first?.id, rating: 5, title: 'Fine', body: 'It does what it should.' } as never)
  await dispatch()
  await world.advance('6d')
  expect(await kinds()).toEqual([])
  await world.advance('25h')
  expect(await database().select().from(emails)).toMatchObject([{ kind: 'review_request', props: { products: [{ name: second?.name }] } }])
})

test('what falls to its threshold within a minute is one mail to each of the staff; the hourly look finds the rest', async () => {
  await withJobs('raise-stock-alert', 'clear-stock-alert', 'check-low-stock')
  const staff = await makeUser()
  await database().update(users).set({ role: 'staff' }).where(eq(users.id, staff))
  const [a, b, c] = [
    await makeProduct(categoryId, { stock: 8 }),
    await makeProduct(categoryId, { stock: 8 }),
    await makeProduct(categoryId, { stock: 50 }),
  ]
  await Promise.all(Array.from({ length: 4 }, () => sell(a, 1)))
  await dispatch()
  await world.advance('30s')
  await sell(b, 4)
  await dispatch()
  expect(await kinds()).toEqual([])
  await world.advance('2m')
  expect(await database().select().from(emails)).toMatchObject([{ kind: 'low_stock', props: { products: [{ quantity: 4 }, { quantity: 4 }] } }])
  await restock(a, 20)
  await dispatch()
  expect((await database().select().from(stockAlerts)).filter(({ clearedAt }) => clearedAt)).toMatchObject([{ productId: a.id }])
  await database().update(products).set({ lowStockThreshold: 60 }).where(eq(products.id, c.id))
  await world.advance('1h')
  expect(await kinds()).toEqual(['low_stock', 'low_stock'])
  await database().update(users).set({ role: 'customer' }).where(eq(users.id, staff))
})

test('a delivery is told to as many as there are units, and after the pause to the next, until it is sold out again', async () => {
  await withJobs('tell-subscribers', 'tell-next-wave')
  const product = await makeProduct(categoryId, { stock: 0 })
  await database()
    .insert(subscriptions)
    .values(
      Array.from({ length: 5 }, (_, index) => ({
        id: newId<never>(),
        kind: 'back_in_stock' as const,
        productId: product.id,
        variantId: product.variantId,
        email: `a${index}@example.com`,
        priceMinor: 1,
        confirmedAt: new Date(Date.now() - (9 - index) * 60_000),
      })),
    )
  const told = async () => (await database().select().from(emails)).map(({ to }) => to.slice(0, 2)).toSorted()
  await restock(product, 2)
  await dispatch()
  expect(await told()).toEqual(['a0', 'a1'])
  await world.advance('10m')
  expect(await told()).toHaveLength(2)
  await database().execute(sql`update subscriptions set notified_at = notified_at - interval '1 hour' where notified_at is not null`)
  await world.advance('5m')
  expect(await told()).toEqual(['a0', 'a1', 'a2', 'a3'])
  await database().execute(sql`update subscriptions set notified_at = notified_at - interval '1 hour' where notified_at is not null`)
  await sell(product, 2)
  await world.advance('5m')
  expect(await told()).toHaveLength(4)
})

test('a cart that was left is reminded of when its time has come; its order takes back what waits and is noted as won back', async () => {
  await withJobs('remind-left-carts', 'withdraw-reminders', 'note-recovered-order')
  const ctx = guest()
  const { variantId } = await makeProduct(categoryId, { stock: 5 })
  const cart = await fillCart(ctx, [{ variantId, quantity: 1 }])
  const email = `${newId()}@example.com`
  await saveContact(ctx, { email, marketing_consent: true })
  await world.advance('5m')
  expect(await kinds()).toEqual([])
  await database().execute(sql`update carts set updated_at = now() - interval '61 minutes' where id = ${cart.id}`)
  await world.advance('10m')
  expect(await database().select().from(emails)).toMatchObject([{ kind: 'abandoned_cart', to: email, status: 'queued' }])
  // The clock of schedules has been moved on, that of orders has not.
  await database().execute(sql`update cart_reminders set created_at = now()`)
  const order = await placeOrder(ctx, orderFor(cart, { email }))
  await dispatch()
  expect(await database().select().from(emails)).toMatchObject([{ kind: 'abandoned_cart', status: 'withheld' }])
  await receiveMoney(order)
  await dispatch()
  expect(await database().select().from(cartReminders)).toMatchObject([{ stage: 1, recoveredOrderId: order.id }])
})
