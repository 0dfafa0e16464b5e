import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { inventoryLevels } from '@/db/schema/inventory'
import { recordStatements } from '@/db/statements'
import { inParallel } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { seededRandom } from '@/db/testing/seed'
import { makeCategory, makeProduct, makeProducts, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import { type CategoryId, newId, type OrderId, type OrderItemId } from '@/lib/core/ids'
import { allocateStock, deallocateStock } from './allocate-stock'
import { bulkAdjustStock } from './bulk-adjust-stock'
import { checkAvailability } from './check-availability'
import { getLowStockProducts } from './get-low-stock-products'
import { releaseReservations } from './release-reservations'
import { reserve } from './reserve'

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(async () => {
  const aboutStock = (await findViolations(database())).filter((violation) => /level|reserved|stock|units/.test(violation.check_name))
  expect(aboutStock).toEqual([])
})

const actor = 'system:test'
const levelOf = async ({ variantId }: WorldProduct) => {
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, variantId))
  return [level?.onHand, level?.reserved]
}

/** An order with bare lines, straight into the tables: what `reserve` needs to refer to. */
async function bareOrder(lines: { product: WorldProduct; quantity: number }[]) {
  const orderId = newId<OrderId>()
  await database().execute(sql`insert into orders (id, order_number, email, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items,
    shipping_address, billing_address, shipping_method_code, totals_explanation, reserved_until)
    values (${orderId}, ${orderId}, 'a@example.com', 'USD', 0, 0, 0, 0, 0, '{}', '{}', 'standard', '{}', now())`)
  const made = lines.map(({ product, quantity }) => ({
    orderItemId: newId<OrderItemId>(),
    variantId: product.variantId,
    productId: product.id,
    quantity,
  }))
  for (const [position, line] of made.entries()) {
    await database().execute(sql`insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity,
      tax_minor, position) values (${line.orderItemId}, ${orderId}, ${line.productId}, ${line.variantId}, 'Thing', 'T', 'thing', 0, ${line.quantity}, 0, ${position})`)
  }
  return { orderId, lines: made, expiresAt: new Date(Date.now() + 60_000), actor }
}

test('two lines on one variant are summed: together they get the last units or nothing', async () => {
  const product = await makeProduct(categoryId, { stock: 5 })
  const tooMany = await bareOrder([
    { product, quantity: 3 },
    { product, quantity: 3 },
  ])
  const refusal = await refusalOf(transaction((tx) => reserve(tx, tooMany)))
  expect(refusal.options.extra).toEqual({ lines: [{ variant_id: product.variantId, requested: 6, available: 5 }] })
  expect(await levelOf(product)).toEqual([5, 0])
  const fitting = await bareOrder([
    { product, quantity: 3 },
    { product, quantity: 2 },
  ])
  const { statements } = await recordStatements(() => transaction((tx) => reserve(tx, fitting)))
  expect(statements).toHaveLength(2)
  expect(await levelOf(product)).toEqual([5, 5])
  await transaction((tx) => releaseReservations(tx, [fitting.orderId], { reason: 'test', actor }))
  await transaction((tx) => releaseReservations(tx, [fitting.orderId], { reason: 'test', actor }))
  expect(await levelOf(product)).toEqual([5, 0])
})

test('R69: an allocation takes what is available or changes nothing, and never touches what is reserved', async () => {
  const product = await makeProduct(categoryId, { stock: 5 })
  const order = await bareOrder([{ product, quantity: 2 }])
  await transaction((tx) => reserve(tx, order))
  const allocate = (quantity: number) => transaction((tx) => allocateStock(tx, { productId: product.id, quantity, actor }))
  expect(await allocate(4)).toBe(false)
  expect(await allocate(3)).toBe(true)
  expect(await allocate(1)).toBe(false)
  expect(await levelOf(product)).toEqual([2, 2])
  expect(await transaction((tx) => deallocateStock(tx, { productId: product.id, quantity: 3, actor }))).toBe(true)
  expect(await levelOf(product)).toEqual([5, 2])
  await transaction((tx) => releaseReservations(tx, [order.orderId], { reason: 'test', actor }))
})

test('R69: withdrawn products are not allocated, untracked ones always are, and options need a variant', async () => {
  const [withdrawn, untracked, optioned] = await makeProducts(categoryId, [{ isActive: false }, { isTracked: false }, { stock: [1, 2] }])
  if (!withdrawn || !untracked || !optioned) throw new Error('incomplete')
  const allocate = (product: WorldProduct, variant?: number) =>
    transaction((tx) => allocateStock(tx, { productId: product.id, quantity: 1, actor, variantId: product.variants[variant ?? -1]?.id }))
  expect(await allocate(withdrawn)).toBe(false)
  expect(await allocate(untracked)).toBe(true)
  expect((await refusalOf(allocate(optioned))).code).toBe('invalid_input')
  expect(await allocate(optioned, 1)).toBe(true)
})

test('R74: parallel allocations of one product take exactly what is there', async () => {
  const product = await makeProduct(categoryId, { stock: 25 })
  const results = await inParallel(
    Array.from({ length: 60 }, () => () => transaction((tx) => allocateStock(tx, { productId: product.id, quantity: 1, actor }))),
    16,
  )
  expect(results.filter((result) => result.status === 'fulfilled' && result.value)).toHaveLength(25)
  expect(await levelOf(product)).toEqual([0, 0])
})

test('a variant that sells out takes the page down although the product has plenty, and nothing finer does', async () => {
  const product = await makeProduct(categoryId, { stock: [3, 100] })
  const [few, many] = product.variants.map(({ id }) => id)
  if (!few || !many) throw new Error('incomplete')
  const bands = async () => {
    const rows = await database().execute<{ version: number; fell: number }>(sql`
      select s.version, (select count(*)::int from outbox o where o.type = 'stock.band_changed' and o.aggregate_id = ${product.id}) as fell
      from product_stock s where s.product_id = ${product.id}`)
    return [rows[0]?.version, rows[0]?.fell]
  }
  const [version = 0] = await bands()
  await bulkAdjustStock(systemCtx('count'), [{ variantId: many, delta: -20 }])
  expect(await bands()).toEqual([version, 0])
  await bulkAdjustStock(systemCtx('count'), [{ variantId: few, delta: -3 }])
  expect(await bands()).toEqual([version + 1, 1])
  await bulkAdjustStock(systemCtx('count'), [
    { variantId: few, delta: 1 },
    { variantId: many, delta: -1 },
  ])
  expect(await bands()).toEqual([version + 2, 2])
})

test('R71: many corrections are one statement, the events and the log, each with its result', async () => {
  const products = await makeProducts(
    categoryId,
    Array.from({ length: 50 }, () => ({ stock: 10 })),
  )
  const changes = products.map(({ variantId }, index) => ({ variantId, delta: index === 0 ? -11 : -7, reason: 'count' }))
  const { result, statements } = await recordStatements(() => bulkAdjustStock(systemCtx('count'), changes))
  expect(statements).toHaveLength(3)
  expect(result.filter(({ applied }) => !applied).map(({ variantId }) => variantId)).toEqual([products[0]?.variantId])
  expect(result.filter(({ applied, available }) => applied && available === 3)).toHaveLength(49)
})

test('corrections in opposite order beside reservations end exact and without a deadlock', async () => {
  const { below } = seededRandom()
  const products = await makeProducts(categoryId, [{ stock: [40, 40] }, { stock: [40, 40] }])
  const variants = products.flatMap((product) => product.variants.map((variant) => variant.id))
  await inParallel(
    Array.from({ length: 60 }, () => () => {
      const changes = variants.map((variantId) => ({ variantId, delta: below(2) ? 1 : -1, reason: 'count' }))
      return bulkAdjustStock(systemCtx('count'), below(2) ? changes : changes.reverse())
    }),
    16,
  )
  const [stats] = await database().execute(sql`select deadlocks from pg_stat_database where datname = current_database()`)
  expect(stats?.deadlocks).toBe(0)
})

test('R72 and R73: availability and low stock are read as they are', async () => {
  const [low, plenty, untracked] = await makeProducts(categoryId, [{ name: 'Low', stock: 5 }, { stock: 6 }, { isTracked: false }])
  if (!low || !plenty || !untracked) throw new Error('incomplete')
  const asked = [low, plenty, untracked].map(({ variantId }) => ({ variantId, quantity: 6 }))
  expect((await checkAvailability(database(), asked)).map(({ isAvailable, available }) => [isAvailable, available])).toEqual([
    [false, 5],
    [true, 6],
    [true, null],
  ])
  const lowIds = async (threshold?: number) => (await getLowStockProducts(database(), threshold)).map(({ id }) => id)
  expect(await lowIds()).toContain(low.id)
  expect(await lowIds()).not.toContain(plenty.id)
  expect(await lowIds(6)).toContain(plenty.id)
  expect(await lowIds(1000)).not.toContain(untracked.id)
})
