import { eq, inArray, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { inventoryLevels } from '@/db/schema/inventory'
import { inParallel, persistently, tally } from '@/db/testing/parallel'
import { isProof, seededRandom } from '@/db/testing/seed'
import { guest, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeProducts } from '@/db/testing/world'
import type { CategoryId, VariantId } from '@/lib/core/ids'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

type Line = { variantId: VariantId; quantity: number }

/** Everybody fills a cart first; then all place at the same moment. */
async function rush(baskets: Line[][]) {
  const shoppers = await inParallel(
    baskets.map((lines) => async () => {
      const ctx = withKey(guest())
      const input = orderFor(await persistently(() => fillCart(ctx, lines)))
      return () => persistently(() => placeOrder(ctx, input))
    }),
    16,
  )
  const placing = shoppers.map((shopper) => {
    if (shopper.status === 'rejected') throw shopper.reason
    return shopper.value
  })
  return inParallel(placing)
}

async function availableOf(variantIds: VariantId[]): Promise<Map<VariantId, number>> {
  const rows = await database().select().from(inventoryLevels).where(inArray(inventoryLevels.variantId, variantIds))
  return new Map(rows.map((row) => [row.variantId, row.onHand - row.reserved]))
}

test('P1: parallel shoppers for the last units: exactly as many orders as units, the rest are told it is sold out', async () => {
  const [shoppers, units] = isProof ? [500, 50] : [100, 10]
  const lamp = await makeProduct(categoryId, { stock: units })
  const results = await rush(Array.from({ length: shoppers }, () => [{ variantId: lamp.variantId, quantity: 1 }]))
  expect(tally(results)).toEqual({ done: units, out_of_stock: shoppers - units })
  expect((await availableOf([lamp.variantId])).get(lamp.variantId)).toBe(0)
}, 60_000)

test('P1: random shoppers, units and carts of several lines: nothing is oversold, and nobody is refused who could have been served', async () => {
  const { below } = seededRandom()
  for (let round = 0; round < (isProof ? 20 : 4); round++) {
    const products = await makeProducts(
      categoryId,
      Array.from({ length: 1 + below(4) }, () => ({ stock: [1 + below(30), 1 + below(30)] })),
    )
    const variants = products.flatMap((product) => product.variants)
    const baskets = Array.from({ length: 20 + below(40) }, () => {
      const start = below(variants.length)
      const chosen = variants.map((_, index) => variants[(start + index) % variants.length]).slice(0, 1 + below(variants.length))
      return chosen.flatMap((variant) => (variant ? [{ variantId: variant.id, quantity: Math.min(variant.stock, 1 + below(3)) }] : []))
    })
    const results = await rush(baskets)
    const { done = 0, out_of_stock: refused = 0, ...others } = tally(results)
    expect(others).toEqual({})
    expect(done + refused).toBe(baskets.length)
    const left = await availableOf(variants.map((variant) => variant.id))
    const sold = new Map<VariantId, number>()
    baskets.forEach((lines, index) => {
      const isServed = results[index]?.status === 'fulfilled'
      // Units only go down here, so who was refused must still be unable to have everything.
      if (!isServed) expect(lines.some(({ variantId, quantity }) => (left.get(variantId) ?? 0) < quantity)).toBe(true)
      for (const { variantId, quantity } of isServed ? lines : []) sold.set(variantId, (sold.get(variantId) ?? 0) + quantity)
    })
    for (const { id, stock } of variants) expect((sold.get(id) ?? 0) + (left.get(id) ?? 0)).toBe(stock)
  }
}, 120_000)

test('P9: two-line carts in opposite order meet without a deadlock', async () => {
  const [first, second] = await makeProducts(categoryId, [{ stock: 5000 }, { stock: 5000 }])
  if (!first || !second) throw new Error('incomplete')
  const carts = isProof ? 1000 : 150
  const results = await inParallel(
    Array.from({ length: carts }, (_, index) => async () => {
      const ctx = withKey(guest())
      const lines = [first, second].map(({ variantId }) => ({ variantId, quantity: 1 }))
      return placeOrder(ctx, orderFor(await fillCart(ctx, index % 2 ? lines : lines.reverse())))
    }),
    16,
  )
  expect(tally(results)).toEqual({ done: carts })
  const [stats] = await database().execute(sql`select deadlocks from pg_stat_database where datname = current_database()`)
  expect(stats?.deadlocks).toBe(0)
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, first.variantId))
  expect(level?.reserved).toBe(carts)
}, 120_000)
