import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { productStock, products } from '@/db/schema/catalog'
import { categoryProducts } from '@/db/schema/catalog-lists'
import { inventoryLevels } from '@/db/schema/inventory'
import { orders } from '@/db/schema/orders'
import { makeCoupon } from '@/db/testing/make-coupon'
import { guest, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { addItem } from '@/lib/cart/add-item'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { setCheckpointHook } from '@/lib/core/checkpoints'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import type { CategoryId } from '@/lib/core/ids'
import { bulkAdjustStock } from '@/lib/inventory/bulk-adjust-stock'
import { placeOrder } from './place-order'
import type { PlaceOrder } from './schemas'
import { buy, fillCart, orderFor } from './testing'

/** The places between the database steps of `placeOrder`: before its first one, after its last one, and between each two. */
const places = ['checkout.lock', 'checkout.read', 'checkout.insert', 'checkout.redeem', 'checkout.reserve', 'checkout.commit']

type Scene = { ctx: Ctx; input: PlaceOrder; product: WorldProduct; code: string }

/** What a rival may do meanwhile, and which refusals of the order are right because of it. */
const rivals: Record<string, { act: (scene: Scene) => Promise<unknown>; refusals: string[] }> = {
  'the same cart is completed from another tab': { act: ({ ctx, input }) => placeOrder(withKey(ctx), input), refusals: ['conflict'] },
  'the price changes': { act: ({ product }) => reprice(product, 1500), refusals: ['price_changed'] },
  'the stock drops': {
    act: ({ product }) => bulkAdjustStock(systemCtx('count'), [{ variantId: product.variantId, delta: -2, reason: 'count' }]),
    refusals: ['out_of_stock'],
  },
  'somebody else buys the last ones': {
    act: ({ product }) => buy(guest(), [{ variantId: product.variantId, quantity: 2 }]),
    refusals: ['out_of_stock'],
  },
  'the product is withdrawn': { act: ({ product }) => withdraw(product), refusals: ['out_of_stock'] },
  'the cart is changed in another tab': {
    act: ({ ctx, product }) => addItem(ctx, { variant_id: product.variantId, quantity: 1 }),
    refusals: ['price_changed'],
  },
  'somebody else uses the code for the last time': { act: ({ code }) => buyWith(code), refusals: ['price_changed'] },
}

let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
afterEach(() => setCheckpointHook(null))

test.each(Object.keys(rivals).flatMap((rival) => places.map((place) => [rival, place] as const)))('P8: %s at %s', async (name, place) => {
  const rival = rivals[name]
  if (!rival) throw new Error('unknown rival')
  const product = await makeProduct(categoryId, { stock: 3, priceMinor: 1000 })
  const ctx = withKey(guest())
  const { code } = await makeCoupon()
  await fillCart(ctx, [{ variantId: product.variantId, quantity: 2 }])
  const input = orderFor(await applyCoupon(ctx, { code }))
  const [ours, theirs] = await meanwhile(
    place,
    () => rival.act({ ctx, input, product, code }),
    () => placeOrder(ctx, input),
  )

  if (ours.status === 'rejected') {
    if (!isDomainError(ours.reason)) throw ours.reason
    expect(rival.refusals).toContain(ours.reason.code)
  } else {
    expect(ours.value.totals.total).toEqual(input.expected_total)
    expect(ours.value.total_items).toBe(2)
  }
  if (theirs.status === 'rejected' && !isDomainError(theirs.reason)) throw theirs.reason
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, product.variantId))
  const placed = await database().select().from(orders).where(eq(orders.currency, 'USD'))
  const carts = placed.map((order) => order.cartId)
  expect(new Set(carts).size).toBe(carts.length)
  expect((level?.onHand ?? -1) - (level?.reserved ?? 0)).toBeGreaterThanOrEqual(0)
  if (name.startsWith('the same cart')) expect([ours.status, theirs.status].sort()).toEqual(['fulfilled', 'rejected'])
  // Whoever comes first has the discount, and only they.
  const reduced = placed.filter((order) => order.couponCode === code)
  expect(reduced.length).toBe(name.includes('code') || ours.status === 'fulfilled' || name.startsWith('the same cart') ? 1 : 0)
  expect(await findViolations(database())).toEqual([])
})

/** Lets the rival begin when `work` passes `place` the first time. It gets 60 ms; if it waits for our locks, we go on before it. */
async function meanwhile<T>(place: string, rival: () => Promise<unknown>, work: () => Promise<T>) {
  let begun: Promise<unknown> | null = null
  setCheckpointHook(async (name) => {
    if (name !== place || begun) return
    begun = rival()
    await Promise.race([begun.catch(() => {}), sleep(60)])
  })
  const [ours] = await Promise.allSettled([work()])
  setCheckpointHook(null)
  if (!begun) throw new Error(`placeOrder did not pass ${place}`)
  const [theirs] = await Promise.allSettled([begun])
  return [ours, theirs] as const
}

async function buyWith(code: string): Promise<void> {
  const rival = guest()
  const { variantId } = await makeProduct(categoryId, { stock: 3 })
  await fillCart(rival, [{ variantId, quantity: 1 }])
  await placeOrder(rival, orderFor(await applyCoupon(rival, { code })))
}

async function reprice({ id }: WorldProduct, priceMinor: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(products).set({ priceMinor, priceMinMinor: priceMinor, priceMaxMinor: priceMinor }).where(eq(products.id, id))
    await tx.update(categoryProducts).set({ priceMinMinor: priceMinor }).where(eq(categoryProducts.productId, id))
  })
}

async function withdraw({ id }: WorldProduct): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(products).set({ isActive: false }).where(eq(products.id, id))
    await tx.update(productStock).set({ isActive: false }).where(eq(productStock.productId, id))
    await tx.update(categoryProducts).set({ isActive: false }).where(eq(categoryProducts.productId, id))
  })
}
