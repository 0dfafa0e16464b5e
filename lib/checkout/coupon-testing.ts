import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { coupons } from '@/db/schema/coupons'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId, CouponId } from '@/lib/core/ids'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

/** Carts and orders with discount codes, for a test file. After each test the books have to add up. */
export function couponShop() {
  const shop = {} as { categoryId: CategoryId }
  beforeAll(async () => {
    shop.categoryId = await makeCategory()
  })
  afterEach(async () => {
    expect(await findViolations(database())).toEqual([])
  })

  /** Two of a thing for 20.00 in a cart with this code, and whose it is. */
  async function cartWith(code: string, ctx: Ctx = guest()) {
    const { variantId } = await makeProduct(shop.categoryId, { stock: 50, priceMinor: 2000 })
    await fillCart(ctx, [{ variantId, quantity: 2 }])
    return { ctx, cart: await applyCoupon(ctx, { code }) }
  }

  async function orderWith(code: string) {
    const { ctx, cart } = await cartWith(code)
    return { ctx, order: await placeOrder(ctx, orderFor(cart)) }
  }

  return { shop, cartWith, orderWith }
}

export const usesOf = async (id: CouponId) => (await database().select().from(coupons).where(eq(coupons.id, id)))[0]?.uses
