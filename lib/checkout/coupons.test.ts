import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { orderItems, orders } from '@/db/schema/orders'
import { recordStatements } from '@/db/statements'
import { makeCoupon } from '@/db/testing/make-coupon'
import { refusalOf } from '@/db/testing/refusals'
import { guest, withKey } from '@/db/testing/visitors'
import { makeProducts } from '@/db/testing/world'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { removeCoupon } from '@/lib/cart/remove-coupon'
import { viewCart } from '@/lib/cart/view-cart'
import { systemCtx } from '@/lib/core/context'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { requireStaffOrder } from '@/lib/orders/find-staff-order'
import { requireOrder } from '@/lib/orders/require-order'
import { linkOf, receiveMoney } from '@/lib/orders/testing'
import { worthOfUnits } from '@/lib/payments/worth-of-units'
import { ApplyCoupon } from '@/lib/promotions/schemas'
import { couponShop, usesOf } from './coupon-testing'
import { listDeliveryOptions } from './list-delivery-options'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const { shop, cartWith, orderWith } = couponShop()

test('a code takes its part off the subtotal, in the cart, at every way to ship, in the order and in what is paid', async () => {
  const { id, code } = await makeCoupon()
  const { ctx, cart } = await cartWith(code)
  expect(cart).toMatchObject({ coupon: { code, percent: 10, is_valid: true }, is_buyable: true })
  const totals = { discount: { amount: 400 }, tax: { amount: 400 }, total: { amount: 4500 }, discount_code: code, discount_percent: 10 }
  expect(cart.totals).toMatchObject(totals)
  expect((await listDeliveryOptions(ctx, { country: 'US' })).data[0]?.totals).toEqual(cart.totals)
  expect(await usesOf(id)).toBe(0)
  const order = await placeOrder(ctx, orderFor(cart))
  expect(order.totals).toMatchObject(totals)
  expect(await requireOrder(guest(), linkOf(order))).toEqual(order)
  expect((await database().select().from(orders).where(eq(orders.id, order.id)))[0]).toMatchObject({ couponCode: code, discountMinor: 400 })
  expect(await usesOf(id)).toBe(1)
  expect(await receiveMoney(order)).toBe('paid')
})

test('a code is read as people type it, replaced by another one, and taken off again', async () => {
  const [first, second] = [await makeCoupon(), await makeCoupon({ ratePpm: 250_000 })]
  const { ctx } = await cartWith(first.code)
  const typed = ApplyCoupon.parse({ code: ` ${second.code.toLowerCase().replace('-', '- ')} ` })
  expect((await applyCoupon(ctx, typed)).totals).toMatchObject({ discount_code: second.code, discount: { amount: 1000 } })
  const without = await removeCoupon(ctx)
  expect(without).toMatchObject({ coupon: null, totals: { discount: { amount: 0 }, discount_code: null } })
  expect((await removeCoupon(ctx)).version).toBe(without.version)
})

test('a code that is unknown, used or expired is refused with the same words from the same statements, and leaves the earlier one', async () => {
  const { code } = await makeCoupon()
  const used = await makeCoupon()
  await orderWith(used.code)
  const expired = await makeCoupon({ expiresAt: new Date(Date.now() - 1000) })
  const { ctx } = await cartWith(code)
  const said: unknown[] = []
  for (const wrong of ['NEVER-WAS', used.code, expired.code]) {
    let detail: unknown
    const { statements } = await recordStatements(async () => {
      detail = (await refusalOf(applyCoupon(ctx, { code: wrong }))).options
    })
    said.push([detail, statements.length])
  }
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(JSON.stringify(said[0])).toContain('/code')
  expect((await viewCart(ctx)).coupon?.code).toBe(code)
  expect((await refusalOf(applyCoupon(guest(), { code }))).code).toBe('not_found')
  // Another tab still shows what it cost before the code.
  const older = { ...(await viewCart(ctx)).totals.total, amount: 4900 }
  expect((await refusalOf(placeOrder(ctx, orderFor(await viewCart(ctx), { expected_total: older })))).message).toContain('the discount')
})

test('a cart with a code is read in one statement, and ordered in at most eight, with 1 line and with 20 whose shares add up', async () => {
  const things = await makeProducts(
    shop.categoryId,
    Array.from({ length: 20 }, (_, index) => ({ stock: 7, priceMinor: 101 + index * 7 })),
  )
  for (const count of [1, 20]) {
    const { code } = await makeCoupon({ ratePpm: 333_333 })
    const ctx = withKey(guest())
    await fillCart(
      ctx,
      things.slice(0, count).map(({ variantId }) => ({ variantId, quantity: 2 })),
    )
    await applyCoupon(ctx, { code })
    const { result: cart, statements: read } = await recordStatements(() => viewCart(ctx))
    const { result: order, statements } = await recordStatements(() => placeOrder(ctx, orderFor(cart)))
    expect([read.length, statements.length <= 8]).toEqual([1, true])
    const shares = await database().select().from(orderItems).where(eq(orderItems.orderId, order.id))
    expect(shares.reduce((sum, { discountMinor }) => sum + discountMinor, 0)).toBe(order.totals.discount.amount)
  }
})

test('what staff are offered to give back for all items of a reduced order is what was paid for them', async () => {
  const { code } = await makeCoupon({ ratePpm: 333_333 })
  const ctx = guest()
  const things = await makeProducts(shop.categoryId, [{ priceMinor: 1999 }, { priceMinor: 101 }, { priceMinor: 7 }])
  await fillCart(
    ctx,
    things.map(({ variantId }) => ({ variantId, quantity: 3 })),
  )
  const order = await placeOrder(ctx, orderFor(await applyCoupon(ctx, { code })))
  await receiveMoney(order)
  const { lines, refundable, totals } = await requireStaffOrder(systemCtx('test'), { number: order.number })
  const worth = lines.map((line) => worthOfUnits(line, line.quantity))
  expect(worth.reduce((sum, part) => sum + part, 0)).toBe(refundable.amount - totals.shipping.amount)
  expect(totals.discount.amount).toBe(2107)
})

test('an order that a code brings down to nothing is paid by being placed, and can be cancelled as any other', async () => {
  const { code } = await makeCoupon({ ratePpm: 1_000_000 })
  await database().execute(sql`update settings set tax_rate_ppm = 0`)
  await database().execute(sql`update shipping_methods set free_from_minor = 1`)
  try {
    const { ctx, order } = await orderWith(code)
    expect(order.totals.total.amount).toBe(0)
    expect(order).toMatchObject({ status: 'paid', payment_status: 'paid', is_payable: false })
    expect(order.history.map(({ note }) => note)).toEqual(['Order placed', 'There was nothing to pay'])
    expect(await requireOrder(ctx, linkOf(order))).toEqual(order)
    expect((await cancelOrder(ctx, linkOf(order))).status).toBe('cancelled')
  } finally {
    await database().execute(sql`update settings set tax_rate_ppm = 100000`)
    await database().execute(sql`update shipping_methods set free_from_minor = null`)
  }
})
