import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { coupons } from '@/db/schema/coupons'
import { makeCoupon } from '@/db/testing/make-coupon'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeProduct, makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { mergeCart } from '@/lib/cart/merge-cart'
import { viewCart } from '@/lib/cart/view-cart'
import { systemCtx } from '@/lib/core/context'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { expireOrders } from '@/lib/orders/expire-orders'
import { putBackIntoCart } from '@/lib/orders/put-back-into-cart'
import { linkOf, passTime, receiveMoney } from '@/lib/orders/testing'
import { couponShop, usesOf } from './coupon-testing'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const { shop, cartWith, orderWith } = couponShop()

test('twenty carts place with one single-use code at once: one gets it, the others hear why, and each can buy without it', async () => {
  const { id, code } = await makeCoupon()
  const carts = []
  for (let n = 0; n < 20; n++) carts.push(await cartWith(code))
  const results = await inParallel(
    carts.map(
      ({ ctx, cart }) =>
        () =>
          placeOrder(withKey(ctx), orderFor(cart)),
    ),
  )
  expect(tally(results)).toEqual({ done: 1, price_changed: 19 })
  expect(await usesOf(id)).toBe(1)
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue
    expect(result.reason.options).toMatchObject({
      detail: expect.stringContaining(`The code ${code} was used for another order or has expired`),
      extra: { lines: [], totals: { total: { amount: 4900 }, discount_code: null } },
    })
    const loser = carts[index]
    if (!loser) throw new Error('incomplete')
    const cart = await viewCart(loser.ctx)
    expect(cart).toMatchObject({ coupon: { code, is_valid: false }, totals: { total: { amount: 4900 } }, is_buyable: true })
    expect((await placeOrder(withKey(loser.ctx), orderFor(cart))).totals.discount.amount).toBe(0)
  }
  expect(await usesOf(id)).toBe(1)
})

test('a code that may be used three times is used three times', async () => {
  const { id, code } = await makeCoupon({ maxUses: 3 })
  const carts = []
  for (let n = 0; n < 8; n++) carts.push(await cartWith(code))
  const results = await inParallel(
    carts.map(
      ({ ctx, cart }) =>
        () =>
          placeOrder(ctx, orderFor(cart)),
    ),
  )
  expect(tally(results)).toEqual({ done: 3, price_changed: 5 })
  expect(await usesOf(id)).toBe(3)
})

test('orders, cancellations, payments and expiry with one code and one product meet without a deadlock', async () => {
  const { id, code } = await makeCoupon({ maxUses: 60 })
  const { variantId } = await makeProduct(shop.categoryId, { stock: 500, priceMinor: 2000 })
  const fill = async () => {
    const ctx = guest()
    await fillCart(ctx, [{ variantId, quantity: 1 }])
    return { ctx, cart: await applyCoupon(ctx, { code }) }
  }
  const carts = await Promise.all(Array.from({ length: 36 }, fill))
  const placed = await Promise.all(carts.slice(0, 24).map(async ({ ctx, cart }) => ({ ctx, order: await placeOrder(ctx, orderFor(cart)) })))
  for (const { order } of placed.slice(0, 8)) await passTime(order.id)
  const deadlocks = async () =>
    (await database().execute<{ n: number }>(sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`))[0]?.n
  const before = await deadlocks()
  const rivals: (() => Promise<unknown>)[] = [
    ...carts.slice(24).map(
      ({ ctx, cart }) =>
        () =>
          placeOrder(ctx, orderFor(cart)),
    ),
    ...placed.slice(8, 16).map(
      ({ ctx, order }) =>
        () =>
          cancelOrder(ctx, linkOf(order)),
    ),
    ...placed.slice(16).map(
      ({ order }) =>
        () =>
          receiveMoney(order),
    ),
    ...placed.slice(0, 8).map(
      ({ order }) =>
        () =>
          receiveMoney(order),
    ),
    ...Array.from({ length: 4 }, () => () => expireOrders(systemCtx('test'))),
  ]
  expect(tally(await inParallel(rivals))).toEqual({ done: rivals.length })
  expect([await deadlocks(), await usesOf(id)]).toEqual([before, 12 + 8 + 8])
})

test('a code that expires between cart and order takes nothing off any more, and this is said', async () => {
  const { id, code } = await makeCoupon()
  const { ctx, cart } = await cartWith(code)
  await database().update(coupons).set({ expiresAt: new Date() }).where(eq(coupons.id, id))
  expect(await refusalOf(placeOrder(ctx, orderFor(cart)))).toMatchObject({ code: 'price_changed', message: expect.stringContaining(code) })
  const changed = await viewCart(ctx)
  expect((await placeOrder(ctx, orderFor(changed))).totals.discount.amount).toBe(0)
})

test('an order that is cancelled, before or after it was paid, or that nobody pays gives its code back, once', async () => {
  const { id, code } = await makeCoupon({ maxUses: 5 })
  const [unpaid, paid, late] = [await orderWith(code), await orderWith(code), await orderWith(code)]
  await receiveMoney(paid.order)
  expect(await usesOf(id)).toBe(3)
  await cancelOrder(unpaid.ctx, linkOf(unpaid.order))
  await cancelOrder(paid.ctx, linkOf(paid.order))
  expect(await usesOf(id)).toBe(1)
  await passTime(late.order.id)
  await expireOrders(systemCtx('test'))
  await expireOrders(systemCtx('test'))
  expect(await usesOf(id)).toBe(0)
})

test('money that comes after expiry takes the code again, also after its time; when somebody else has used it the money goes back', async () => {
  const [free, taken] = [await makeCoupon(), await makeCoupon()]
  const [kept, lost] = [await orderWith(free.code), await orderWith(taken.code)]
  await passTime(kept.order.id)
  await passTime(lost.order.id)
  await expireOrders(systemCtx('test'))
  await database().update(coupons).set({ expiresAt: new Date() }).where(eq(coupons.id, free.id))
  await orderWith(taken.code)
  expect([await receiveMoney(kept.order), await receiveMoney(lost.order)]).toEqual(['paid', 'unfulfillable'])
  expect([await usesOf(free.id), await usesOf(taken.id)]).toEqual([1, 1])
})

test('when the code could be had again but not the units, the code stays free', async () => {
  const { id, code } = await makeCoupon()
  const ctx = guest()
  const { variantId } = await makeProduct(shop.categoryId, { stock: 1 })
  await fillCart(ctx, [{ variantId, quantity: 1 }])
  const order = await placeOrder(ctx, orderFor(await applyCoupon(ctx, { code })))
  await passTime(order.id)
  await expireOrders(systemCtx('test'))
  const rival = guest()
  await placeOrder(rival, orderFor(await fillCart(rival, [{ variantId, quantity: 1 }])))
  expect(await receiveMoney(order)).toBe('unfulfillable')
  expect(await usesOf(id)).toBe(0)
})

test('what comes back into a cart brings its code along while it works: a cancelled order, and a guest’s cart at sign-in', async () => {
  const [again, gone, merged] = [await makeCoupon(), await makeCoupon(), await makeCoupon()]
  const [first, second] = [await orderWith(again.code), await orderWith(gone.code)]
  for (const { ctx, order } of [first, second]) await cancelOrder(ctx, linkOf(order))
  await orderWith(gone.code)
  expect((await putBackIntoCart(first.ctx, linkOf(first.order))).cart.coupon).toMatchObject({ code: again.code, is_valid: true })
  expect((await putBackIntoCart(second.ctx, linkOf(second.order))).cart.coupon).toBeNull()
  const visitor = guest()
  await cartWith(merged.code, visitor)
  const userId = await makeUser()
  await transaction((tx) => mergeCart(tx, visitor.actor.kind === 'guest' ? (visitor.actor.sessionKey ?? '') : '', userId))
  expect((await viewCart(signedIn(userId))).coupon?.code).toBe(merged.code)
})
