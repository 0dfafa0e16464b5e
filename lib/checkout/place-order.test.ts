import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { productStock, products, productVariants } from '@/db/schema/catalog'
import { inventoryLevels } from '@/db/schema/inventory'
import { orderItems, orderStatusHistory, orders } from '@/db/schema/orders'
import { outbox, settings } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, withKey } from '@/db/testing/visitors'
import { makeProduct, makeProducts, makeWorld } from '@/db/testing/world'
import { acceptPrices } from '@/lib/cart/accept-prices'
import { viewCart } from '@/lib/cart/view-cart'
import { requireOrder } from '@/lib/orders/require-order'
import { OrderView } from '@/lib/orders/schemas'
import { placeOrder } from './place-order'
import { buy, fillCart, orderFor } from './testing'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

test('an order is a snapshot of the cart, with its units held for half an hour and the cart completed (R76)', async () => {
  const ctx = guest()
  const { lamp, shirt, voucher } = world.products
  const order = await buy(ctx, [
    { variantId: lamp.variantId, quantity: 2 },
    { variantId: shirt.variantId, quantity: 1 },
    { variantId: voucher.variantId, quantity: 1 },
  ])
  expect(OrderView.parse(order)).toMatchObject({
    number: expect.stringMatching(/^HS-1\d{5}$/),
    status: 'pending',
    payment_status: 'unpaid',
    total_items: 4,
    is_cancellable: true,
    is_payable: true,
    totals: { subtotal: { amount: 15299 }, tax: { amount: 1530 }, shipping: { amount: 500 }, total: { amount: 17329 } },
    history: [{ status: 'pending', note: 'Order placed' }],
  })
  expect(Date.parse(order.reserved_until) - Date.parse(order.placed_at)).toBe(30 * 60_000)
  const [level] = await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, lamp.variantId))
  expect(level).toMatchObject({ onHand: 100, reserved: 2 })
  const [stock] = await database().select().from(productStock).where(eq(productStock.productId, lamp.id))
  expect(stock?.quantity).toBe(98)
  expect((await viewCart(ctx)).id).toBeNull()
  expect(await requireOrder(guest(), { number: order.number, token: order.access_token })).toEqual(order)
})

test('a placed order is a snapshot: later prices, names and withdrawals do not reach it (R12)', async () => {
  const thing = await makeProduct(world.categoryId, { name: 'Chair', priceMinor: 8000 })
  const order = await buy(guest(), [{ variantId: thing.variantId, quantity: 1 }])
  await database().update(products).set({ priceMinor: 1, name: 'Stool', isActive: false }).where(eq(products.id, thing.id))
  // Only the way to the product is of today: there is none any more.
  const lines = order.lines.map((line) => ({ ...line, product_slug: null }))
  expect(await requireOrder(guest(), { number: order.number, token: order.access_token })).toEqual({ ...order, lines })
})

test('a checkout takes at most eight statements for 1 line and for 100 (R81, R82, R83, R179)', async () => {
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 100 }, () => ({ stock: 7 })),
  )
  for (const count of [1, 100]) {
    const ctx = withKey(guest())
    const cart = await fillCart(
      ctx,
      things.slice(0, count).map(({ variantId }) => ({ variantId, quantity: 2 })),
    )
    const { result, statements } = await recordStatements(() => placeOrder(ctx, orderFor(cart)))
    expect(result.lines).toHaveLength(count)
    expect(statements.length).toBeLessThanOrEqual(8)
    expect(await database().$count(orderItems, eq(orderItems.orderId, result.id))).toBe(count)
    const [shares] = await database().execute(sql`select sum(tax_minor)::int as tax from order_items where order_id = ${result.id}`)
    expect(shares?.tax).toBe(result.totals.tax.amount)
  }
})

test('a price that changed since it was seen is explained line by line, and nothing is placed', async () => {
  const ctx = withKey(guest())
  const thing = await makeProduct(world.categoryId, { priceMinor: 1000 })
  const cart = await fillCart(ctx, [{ variantId: thing.variantId, quantity: 2 }])
  await database().update(products).set({ priceMinor: 1100 }).where(eq(products.id, thing.id))
  const before = await database().$count(orders)
  const refusal = await refusalOf(placeOrder(ctx, orderFor(cart)))
  expect(refusal).toMatchObject({
    code: 'price_changed',
    status: 409,
    options: {
      extra: {
        lines: [{ variant_id: thing.variantId, price: { amount: 1000 }, current_price: { amount: 1100 } }],
        totals: { total: { amount: 2920 } },
      },
    },
  })
  expect(await database().$count(orders)).toBe(before)
  const accepted = await acceptPrices(ctx, {})
  expect((await placeOrder(ctx, orderFor(accepted))).totals.total.amount).toBe(2920)
})

test('another total than the shopper saw is refused even if no line changed', async () => {
  const ctx = guest()
  const cart = await fillCart(ctx, [{ variantId: world.products.lamp.variantId, quantity: 1 }])
  await database().update(settings).set({ taxRatePpm: 200_000 })
  const refusal = await refusalOf(placeOrder(ctx, orderFor(cart)))
  await database().update(settings).set({ taxRatePpm: 100_000 })
  expect(refusal).toMatchObject({ code: 'price_changed', options: { extra: { lines: [] } } })
  const other = { ...cart.totals.total, currency: 'EUR' }
  expect((await refusalOf(placeOrder(ctx, orderFor(cart, { expected_total: other })))).code).toBe('price_changed')
})

test('what ran short or was withdrawn is named with what is left', async () => {
  const ctx = guest()
  const [short, withdrawn] = await makeProducts(world.categoryId, [{ stock: 3 }, { stock: 3 }])
  if (!short || !withdrawn) throw new Error('incomplete')
  const cart = await fillCart(ctx, [
    { variantId: short.variantId, quantity: 3 },
    { variantId: withdrawn.variantId, quantity: 1 },
  ])
  await buy(guest(), [{ variantId: short.variantId, quantity: 1 }])
  expect(await refusalOf(placeOrder(ctx, orderFor(cart)))).toMatchObject({
    code: 'out_of_stock',
    options: { extra: { lines: [{ variant_id: short.variantId, requested: 3, available: 2 }] } },
  })
  await database().update(productVariants).set({ isActive: false }).where(eq(productVariants.id, withdrawn.variantId))
  expect((await refusalOf(placeOrder(ctx, orderFor(cart)))).options.extra).toMatchObject({
    lines: [{ available: 2 }, { variant_id: withdrawn.variantId, available: 0 }],
  })
})

test('an empty cart, a missing cart, a wrong address and an unknown delivery are refused with a sentence', async () => {
  const ctx = guest()
  const cart = await fillCart(ctx, [{ variantId: world.products.lamp.variantId, quantity: 1 }])
  expect((await refusalOf(placeOrder(guest(), orderFor(cart)))).code).toBe('conflict')
  expect((await refusalOf(placeOrder(ctx, orderFor(cart, { shipping_method: 'drone' })))).options.errors?.[0]?.pointer).toBe('/shipping_method')
  const input = orderFor(cart)
  const wrong = { ...input, billing_address: { ...input.shipping_address, postal_code: '1' } }
  expect((await refusalOf(placeOrder(ctx, wrong))).options.errors?.[0]?.pointer).toBe('/billing_address/postal_code')
})

test('placing writes one line of history, order.placed once, and a band change only when the band changes', async () => {
  const [plenty, few] = await makeProducts(world.categoryId, [{ stock: 50 }, { stock: 7 }])
  if (!plenty || !few) throw new Error('incomplete')
  const order = await buy(guest(), [
    { variantId: plenty.variantId, quantity: 2 },
    { variantId: few.variantId, quantity: 2 },
  ])
  expect(await database().$count(orderStatusHistory, eq(orderStatusHistory.orderId, order.id))).toBe(1)
  expect(await database().$count(outbox, eq(outbox.onceKey, `order.placed:${order.id}`))).toBe(1)
  expect(await database().$count(outbox, eq(outbox.aggregateId, plenty.id))).toBe(0)
  const [band] = await database().select().from(outbox).where(eq(outbox.aggregateId, few.id))
  expect(band?.payload).toMatchObject({ type: 'stock.band_changed', slug: few.slug, before: 7, after: 5, categoryIds: [world.categoryId] })
  const [stock] = await database().select().from(productStock).where(eq(productStock.productId, few.id))
  expect(stock).toMatchObject({ quantity: 5, version: 2 })
})
