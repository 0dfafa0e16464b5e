import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { products } from '@/db/schema/catalog'
import { emailSuppressions, emails } from '@/db/schema/emails'
import { subscriptions } from '@/db/schema/wishlist'
import { signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId, type SubscriptionId, type UserId } from '@/lib/core/ids'
import { allocateStock, deallocateStock } from '@/lib/inventory/allocate-stock'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { savePreferences } from '@/lib/notifications/preferences'
import { ListNotifications } from '@/lib/notifications/schemas'
import { suppress } from '@/lib/platform/email/suppressions'
import { unsubscribePath } from './link-tokens'
import type { SubscriptionKind } from './schemas'
import { tellSubscribers } from './tell-subscribers'
import { unsubscribe } from './unsubscribe'

const shop = systemCtx('test')
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
beforeEach(async () => {
  await database().delete(subscriptions)
  await database().delete(emails)
})

/** Readers a0, a1, … who confirmed one after another. */
async function waiting(
  product: WorldProduct,
  count: number,
  kind: SubscriptionKind = 'back_in_stock',
  wish: { priceMinor?: number; userId?: UserId } = {},
) {
  // Identifiers in the opposite order: who asked first is not who was written down first.
  const ids = Array.from({ length: count }, () => newId<SubscriptionId>()).toReversed()
  const rows = ids.map((id, index) => ({
    id,
    kind,
    productId: product.id,
    variantId: product.variantId,
    email: `a${index}@example.com`,
    priceMinor: wish.priceMinor ?? product.priceMinor,
    userId: wish.userId,
    confirmedAt: new Date(Date.now() - (count - index) * 60_000),
  }))
  await database().insert(subscriptions).values(rows)
  return rows
}
const stock = (product: WorldProduct, quantity: number) =>
  transaction((tx) =>
    quantity > 0
      ? deallocateStock(tx, { productId: product.id, quantity, actor: 'system:test' })
      : allocateStock(tx, { productId: product.id, quantity: -quantity, actor: 'system:test' }),
  )
const told = async () => (await database().select().from(emails).orderBy(emails.to)).map(({ to }) => to.replace('@example.com', ''))
const passPause = () =>
  database().execute(sql`update subscriptions set notified_at = notified_at - interval '61 minutes' where notified_at is not null`)

test('as many are told as there are units, those first who asked first; the next after a pause, and nobody once it is sold out again', async () => {
  const product = await makeProduct(categoryId, { stock: 0 })
  await waiting(product, 6)
  expect(await tellSubscribers(shop, { productId: product.id })).toBe(0)
  await stock(product, 2)
  expect(await tellSubscribers(shop, { productId: product.id })).toBe(2)
  expect(await tellSubscribers(shop)).toBe(0)
  expect(await told()).toEqual(['a0', 'a1'])
  await passPause()
  await stock(product, -1)
  expect(await tellSubscribers(shop)).toBe(1)
  await passPause()
  await stock(product, -1)
  expect(await tellSubscribers(shop)).toBe(0)
  expect(await told()).toEqual(['a0', 'a1', 'a2'])
})

test('ten at once tell each of three people once, and nobody else', async () => {
  for (let round = 0; round < 5; round++) {
    await database().delete(emails)
    const product = await makeProduct(categoryId, { stock: 0 })
    await waiting(product, 40)
    await stock(product, 3)
    const counts = await Promise.all(Array.from({ length: 10 }, () => tellSubscribers(shop, { productId: product.id })))
    expect([counts.reduce((sum, count) => sum + count, 0), await told()]).toEqual([3, ['a0', 'a1', 'a2']])
  }
})

test('units that come meanwhile reach further people before the pause is over', async () => {
  const product = await makeProduct(categoryId, { stock: 0 })
  await waiting(product, 5)
  await stock(product, 1)
  await tellSubscribers(shop)
  await stock(product, 2)
  expect(await tellSubscribers(shop)).toBe(2)
  expect(await told()).toEqual(['a0', 'a1', 'a2'])
})

test('a lower price is told to those for whom it is lower, once, with what it was for them', async () => {
  const product = await makeProduct(categoryId, { stock: 10, priceMinor: 5000 })
  await waiting(product, 2, 'price_drop')
  await database().update(subscriptions).set({ priceMinor: 3000 }).where(eq(subscriptions.email, 'a1@example.com'))
  expect(await tellSubscribers(shop)).toBe(0)
  await database().update(products).set({ priceMinor: 4000 }).where(eq(products.id, product.id))
  expect(await tellSubscribers(shop)).toBe(1)
  expect(await tellSubscribers(shop)).toBe(0)
  const [mail] = await database().select().from(emails)
  expect(mail).toMatchObject({ to: 'a0@example.com', kind: 'price_drop', props: { before: { amount: 5000 }, now: { amount: 4000 } } })
})

test('of what is not counted everybody is told at once, also more than fit into one transaction', async () => {
  const product = await makeProduct(categoryId, { isTracked: false, stock: 0, priceMinor: 5000 })
  await waiting(product, 120, 'price_drop', { priceMinor: 6000 })
  expect(await tellSubscribers(shop)).toBe(120)
})

test('who unsubscribed, does not exist, was not confirmed, or waits for what is withdrawn is not told; the others are', async () => {
  const product = await makeProduct(categoryId, { stock: 0 })
  const [first, second, third] = await waiting(product, 5)
  if (!first || !second || !third) throw new Error('Nobody waits')
  await unsubscribe(shop, { token: unsubscribePath(first.id).split('t=')[1] ?? '' })
  await suppress(database(), second.email, 'all', 'bounced')
  await database().update(subscriptions).set({ confirmedAt: null }).where(eq(subscriptions.id, third.id))
  await database().update(products).set({ isActive: false }).where(eq(products.id, product.id))
  await stock(product, 9)
  expect(await tellSubscribers(shop)).toBe(0)
  await database().update(products).set({ isActive: true }).where(eq(products.id, product.id))
  expect(await tellSubscribers(shop)).toBe(2)
  expect(await told()).toEqual(['a3', 'a4'])
  await database().delete(emailSuppressions)
})

test('the bell rings for people with an account; who switched the mail off hears it there only', async () => {
  const product = await makeProduct(categoryId, { stock: 0, name: 'Lamp' })
  const userId = await makeUser()
  await waiting(product, 1, 'back_in_stock', { userId })
  await savePreferences(signedIn(userId), { preferences: [{ kind: 'back_in_stock', channel: 'email', is_on: false }] })
  await stock(product, 1)
  await tellSubscribers(shop)
  expect(await told()).toEqual([])
  expect((await listNotifications(signedIn(userId), ListNotifications.parse({}))).data).toMatchObject([
    { title: 'Lamp is back in stock', href: `/p/${product.slug}` },
  ])
})
