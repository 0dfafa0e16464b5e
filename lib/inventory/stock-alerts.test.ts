import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { emails } from '@/db/schema/emails'
import { stockAlerts } from '@/db/schema/inventory'
import { notifications } from '@/db/schema/notifications'
import { outbox } from '@/db/schema/platform'
import { makeCategory, makeProduct, makeProducts, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId, UserId } from '@/lib/core/ids'
import { savePreferences } from '@/lib/notifications/preferences'
import { allocateStock, deallocateStock } from './allocate-stock'
import { clearStockAlerts, raiseStockAlerts } from './stock-alerts'
import { tellLowStock } from './tell-low-stock'

const shop = systemCtx('test')
let categoryId: CategoryId
let staff: UserId[]
beforeAll(async () => {
  categoryId = await makeCategory()
  staff = await Promise.all(['staff', 'admin', 'staff'].map((role) => makeMember(role as 'staff')))
  await makeUser()
})
beforeEach(async () => {
  for (const table of [stockAlerts, emails, notifications, outbox]) await database().delete(table)
  await database().execute(sql`update product_stock set is_active = false`)
})

async function makeMember(role: 'staff' | 'admin'): Promise<UserId> {
  const id = await makeUser()
  await database().update(users).set({ role }).where(eq(users.id, id))
  return id
}
const sell = (product: WorldProduct, quantity: number) =>
  transaction((tx) => allocateStock(tx, { productId: product.id, quantity, actor: 'system:test' }))
const restock = (product: WorldProduct, quantity: number) =>
  transaction((tx) => deallocateStock(tx, { productId: product.id, quantity, actor: 'system:test' }))
const crossings = async () =>
  (await database().select().from(outbox).orderBy(outbox.id)).map(({ type }) => type).filter((type) => /low|restocked/.test(type))
const threshold = (product: WorldProduct, units: number) =>
  database().execute(sql`update products set low_stock_threshold = ${units} where id = ${product.id}`)

test('ten sales at once that cross the threshold are one crossing, and ten at once that hear of it open one alert (R75)', async () => {
  const product = await makeProduct(categoryId, { stock: 12 })
  expect(await Promise.all(Array.from({ length: 10 }, () => sell(product, 1)))).toEqual(Array.from({ length: 10 }, () => true))
  expect(await crossings()).toEqual(['stock.low'])
  const raised = await Promise.all(Array.from({ length: 10 }, () => raiseStockAlerts(shop, { productId: product.id })))
  expect(raised.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await database().select().from(stockAlerts)).toMatchObject([
    { productId: product.id, quantity: 2, threshold: 5, toldAt: null, clearedAt: null },
  ])
})

test('a threshold above what pages show is crossed where it stands, down and up, and nothing in between is told', async () => {
  const product = await makeProduct(categoryId, { stock: 30 })
  await threshold(product, 20)
  for (const quantity of [5, 5, 5]) await sell(product, quantity)
  await restock(product, 3)
  await restock(product, 30)
  await restock(product, 1)
  expect(await crossings()).toEqual(['stock.low', 'stock.restocked'])
})

test('staff are told of what became low together in one mail each, fewest first, whoever asks and however often', async () => {
  const low = await makeProducts(
    categoryId,
    [3, 0, 5, 4].map((stock) => ({ stock, name: `Thing with ${stock}` })),
  )
  await makeProduct(categoryId, { stock: 6 })
  await makeProduct(categoryId, { stock: 0, isTracked: false })
  await raiseStockAlerts(shop)
  const told = await Promise.all(Array.from({ length: 4 }, () => tellLowStock(shop)))
  expect(told.toSorted((a, b) => a - b)).toEqual([0, 0, 0, low.length])
  const mails = await database().select().from(emails)
  expect(mails.map(({ userId }) => userId).sort()).toEqual(staff.toSorted())
  expect(mails[0]?.props.products).toMatchObject([{ quantity: 0 }, { quantity: 3 }, { quantity: 4 }, { quantity: 5 }])
  expect(await database().select().from(notifications)).toHaveLength(staff.length)
  expect(await tellLowStock(shop)).toBe(0)
})

test('restocked it is cleared, and low again it is told again; restocked before it was told nobody hears of it', async () => {
  const product = await makeProduct(categoryId, { stock: 5 })
  const ref = { productId: product.id }
  await raiseStockAlerts(shop, ref)
  expect([await clearStockAlerts(shop, ref), await tellLowStock(shop)]).toEqual([0, 1])
  await restock(product, 5)
  expect([await clearStockAlerts(shop, ref), await clearStockAlerts(shop)]).toEqual([1, 0])
  await sell(product, 6)
  expect(await raiseStockAlerts(shop, ref)).toBe(1)
  await restock(product, 9)
  expect(await tellLowStock(shop)).toBe(0)
  expect(await clearStockAlerts(shop)).toBe(1)
})

test('the hourly look finds what no event told: a threshold that was raised', async () => {
  const product = await makeProduct(categoryId, { stock: 50 })
  expect(await raiseStockAlerts(shop)).toBe(0)
  await threshold(product, 60)
  expect([await raiseStockAlerts(shop), await raiseStockAlerts(shop)]).toEqual([1, 0])
  await threshold(product, 5)
  expect(await clearStockAlerts(shop)).toBe(1)
})

test('who switched it off, or may not come in any more, is not told', async () => {
  const [quiet, gone] = [await makeMember('staff'), await makeMember('staff')]
  await savePreferences(
    { ...shop, actor: { kind: 'user', userId: quiet, role: 'staff' } },
    { preferences: [{ kind: 'low_stock', channel: 'email', is_on: false }] },
  )
  await database().update(users).set({ bannedAt: new Date() }).where(eq(users.id, gone))
  await makeProduct(categoryId, { stock: 1 })
  await raiseStockAlerts(shop)
  await tellLowStock(shop)
  expect((await database().select().from(emails)).map(({ userId }) => userId).sort()).toEqual(staff.toSorted())
  const rung = (await database().select().from(notifications)).map(({ userId }) => userId)
  expect([rung.includes(quiet), rung.includes(gone)]).toEqual([true, false])
})
