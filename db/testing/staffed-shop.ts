import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { buy } from '@/lib/checkout/testing'
import type { Ctx } from '@/lib/core/context'
import { OrderItemId, type UserId } from '@/lib/core/ids'
import { levelOf } from '@/lib/orders/testing'
import { payOrder } from '@/lib/payments/pay-order'
import { testBank } from './test-bank'
import { signedIn, withKey } from './visitors'
import { makeCategory, makeProducts, makeUser, type WorldProduct } from './world'

type Post = Parameters<typeof testBank>[0]

const MANY = 1000

/** Two products and an administrator for a test file that does what staff do with orders. After each test the books have to add up. */
export function staffedShop(receive: Post) {
  testBank(receive)
  const shop = {} as { products: [WorldProduct, WorldProduct]; boss: Ctx; boughtBy: UserId }
  beforeAll(async () => {
    const [lamp, other] = await makeProducts(await makeCategory(), [
      { stock: MANY, priceMinor: 1000 },
      { stock: MANY, priceMinor: 1000 },
    ])
    if (!lamp || !other) throw new Error('Two products were wanted')
    const userId = await makeUser()
    await database().update(users).set({ role: 'admin' }).where(eq(users.id, userId))
    Object.assign(shop, {
      products: [lamp, other],
      boss: { ...signedIn(userId), actor: { kind: 'user', userId, role: 'admin' } },
      boughtBy: await makeUser(),
    })
  })
  afterEach(async () => {
    expect(await findViolations(database())).toEqual([])
  })

  return {
    shop,
    /** Two of the first product and three of the second, paid with a card. */
    async paidOrder(shopper: Ctx = signedIn(shop.boughtBy)) {
      const lines = shop.products.map(({ variantId }, index) => ({ variantId, quantity: index + 2 }))
      const order = await buy(shopper, lines)
      await payOrder(withKey(shopper), {
        number: order.number,
        method: 'test_card',
        card: { number: '4242424242424242', expiry: '12/39', cvc: '123' },
      })
      const [first, second] = order.lines.map(({ id }) => OrderItemId.parse(id))
      if (!first || !second) throw new Error('An order of two lines was wanted')
      return { ...order, first, second }
    },
  }
}

export const onHand = async (product: WorldProduct): Promise<number> => (await levelOf(product)).onHand ?? 0

export const times = <T>(n: number, task: () => Promise<T>): (() => Promise<T>)[] => Array.from({ length: n }, () => task)
