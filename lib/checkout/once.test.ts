import { beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { inParallel, persistently, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { isProof } from '@/db/testing/seed'
import { guest, withKey } from '@/db/testing/visitors'
import { makeWorld } from '@/db/testing/world'
import { addItem } from '@/lib/cart/add-item'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

test('P3: each key, sent ten times at once, places one order, and all ten get the same answer', async () => {
  const before = await database().$count(orders)
  const keys = isProof ? 50 : 15
  const shoppers = await Promise.all(
    Array.from({ length: keys }, async () => {
      const ctx = withKey(guest())
      return { ctx, input: orderFor(await persistently(() => fillCart(ctx, [{ variantId: world.products.lamp.variantId, quantity: 1 }]))) }
    }),
  )
  const calls = shoppers.flatMap(({ ctx, input }) => Array.from({ length: 10 }, () => () => persistently(() => placeOrder(ctx, input))))
  const results = await inParallel(calls)
  expect(tally(results)).toEqual({ done: keys * 10 })
  expect(await database().$count(orders)).toBe(before + keys)
  for (let shopper = 0; shopper < keys; shopper++) {
    const answers = results.slice(shopper * 10, shopper * 10 + 10).map((result) => JSON.stringify(result))
    expect(new Set(answers).size).toBe(1)
  }
  expect(await findViolations(database())).toEqual([])
}, 60_000)

test('another body under the same key is refused, and nothing happens', async () => {
  const ctx = withKey(guest())
  const input = orderFor(await fillCart(ctx, [{ variantId: world.products.lamp.variantId, quantity: 1 }]))
  await placeOrder(ctx, input)
  const before = await database().$count(orders)
  expect(await refusalOf(placeOrder(ctx, { ...input, email: 'other@example.com' }))).toMatchObject({ code: 'key_reused', status: 422 })
  expect(await database().$count(orders)).toBe(before)
})

test('a refusal frees the key: the same request may succeed later', async () => {
  const ctx = withKey(guest())
  const { mug } = world.products
  const cart = await fillCart(ctx, [{ variantId: mug.variantId, quantity: 1 }])
  const later = { ...cart.totals.total, amount: cart.totals.total.amount + 1375 }
  const input = orderFor(cart, { expected_total: later })
  expect((await refusalOf(placeOrder(ctx, input))).code).toBe('price_changed')
  await addItem(ctx, { variant_id: mug.variantId, quantity: 1 })
  expect((await placeOrder(ctx, input)).total_items).toBe(2)
})
