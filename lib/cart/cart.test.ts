import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { carts } from '@/db/schema/cart'
import { products, productVariants } from '@/db/schema/catalog'
import { inventoryLevels } from '@/db/schema/inventory'
import { outbox } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { guest, withKey } from '@/db/testing/visitors'
import { makeProduct, makeProducts, makeWorld } from '@/db/testing/world'
import { isDomainError } from '@/lib/core/errors'
import { acceptPrices } from './accept-prices'
import { addItem } from './add-item'
import { changeItem } from './change-item'
import { createCart } from './create-cart'
import { removeItem } from './remove-item'
import { saveContact } from './save-contact'
import { CartView } from './schemas'
import { viewCart } from './view-cart'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const refusalOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!isDomainError(error)) throw new Error(`Expected a refusal, got ${String(error)}`)
  return error
}
const lineIdOf = (cart: CartView) => {
  const [line] = cart.lines
  if (!line) throw new Error('The cart is empty')
  return line.id
}

test('a person without a cart sees an empty one, and nothing is written', async () => {
  const view = await viewCart(guest())
  expect(CartView.parse(view)).toMatchObject({ id: null, count: 0, lines: [], is_buyable: false, totals: { total: { amount: 0, currency: 'USD' } } })
})

test('a made cart hands out the token of its request once', async () => {
  const ctx = { ...guest(), issuedCartToken: 'the-token' }
  expect((await createCart(ctx)).cart_token).toBe('the-token')
  expect(await viewCart(ctx)).not.toHaveProperty('cart_token')
})

test('an added item shows its snapshot price, its line and the totals of the default store (R68, R78, R79)', async () => {
  const ctx = guest()
  const view = CartView.parse(await addItem(ctx, { variant_id: world.products.mug.variantId, quantity: 2 }))
  expect(view).toMatchObject({ count: 2, is_buyable: true, version: 2 })
  expect(view.lines).toMatchObject([{ name: 'Mug', quantity: 2, price: { amount: 1250 }, line_total: { amount: 2500 }, available: 10, notices: [] }])
  expect(view.totals).toMatchObject({ subtotal: { amount: 2500 }, tax: { amount: 250 }, shipping: { amount: 500 }, total: { amount: 3250 } })
  expect(await viewCart(ctx)).toEqual(view)
})

test('ten parallel adds of one variant end in one line of ten, and the eleventh of ten in stock is refused with what is left', async () => {
  const shirt = await makeProduct(world.categoryId, { stock: 10 })
  const ctx = guest()
  await Promise.all(Array.from({ length: 10 }, () => addItem(ctx, { variant_id: shirt.variantId, quantity: 1 })))
  const view = await viewCart(ctx)
  expect(view.lines).toHaveLength(1)
  expect(view.count).toBe(10)
  const refusal = await refusalOf(addItem(ctx, { variant_id: shirt.variantId, quantity: 1 }))
  expect(refusal.code).toBe('out_of_stock')
  expect(refusal.options.extra).toMatchObject({ available: 10, lines: [{ variant_id: shirt.variantId, requested: 11, available: 10 }] })
  expect((await viewCart(ctx)).count).toBe(10)
})

test('two first adds at the same moment end in one cart', async () => {
  const ctx = guest()
  const { lamp, mug } = world.products
  await Promise.all([addItem(ctx, { variant_id: lamp.variantId, quantity: 1 }), addItem(ctx, { variant_id: mug.variantId, quantity: 1 })])
  const sessionKey = ctx.actor.kind === 'guest' ? ctx.actor.sessionKey : null
  expect(await database().$count(carts, eq(carts.sessionKey, sessionKey ?? ''))).toBe(1)
  expect((await viewCart(ctx)).count).toBe(2)
})

test('parallel adds, changes and removals keep the denormalised totals right (R65)', async () => {
  const ctx = guest()
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 5 }, (_, index) => ({ priceMinor: 100 + index })),
  )
  const start = await Promise.all(things.map(({ variantId }) => addItem(ctx, { variant_id: variantId, quantity: 2 })))
  const lines = (await viewCart(ctx)).lines
  expect(start).toHaveLength(5)
  await Promise.allSettled(
    lines.flatMap(({ id, variant_id }, index) => [
      changeItem(ctx, { id, quantity: index + 3 }),
      addItem(ctx, { variant_id, quantity: 1 }),
      index === 0 ? removeItem(ctx, { id }) : changeItem(ctx, { id, quantity: 1 }),
    ]),
  )
  const [row] = await database().execute(sql`
    select c.cached_total_items = sum(i.quantity) as items, c.cached_subtotal_minor = sum(i.quantity * i.price_minor) as subtotal
    from carts c join cart_items i on i.cart_id = c.id where c.session_key = ${ctx.actor.kind === 'guest' ? ctx.actor.sessionKey : null} group by c.id`)
  expect(row).toEqual({ items: true, subtotal: true })
})

test('test_cart_totals_n_plus_one: a cart is read in one statement with 1 line and with 100 (R64, R66, R177)', async () => {
  const one = guest()
  await addItem(one, { variant_id: world.products.mug.variantId, quantity: 1 })
  const hundred = guest()
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 100 }, () => ({})),
  )
  for (const { variantId } of things) await addItem(hundred, { variant_id: variantId, quantity: 1 })
  for (const [ctx, lines] of [
    [one, 1],
    [hundred, 100],
  ] as const) {
    const { result, statements } = await recordStatements(() => viewCart(ctx))
    expect(result.lines).toHaveLength(lines)
    expect(statements).toHaveLength(1)
  }
  const refusal = await refusalOf(addItem(hundred, { variant_id: world.products.mug.variantId, quantity: 1 }))
  expect(refusal.code).toBe('invalid_input')
})

test('every change of a cart takes at most four statements', async () => {
  const ctx = guest()
  const added = await recordStatements(() => addItem(ctx, { variant_id: world.products.lamp.variantId, quantity: 1 }))
  const id = lineIdOf(added.result)
  const changed = await recordStatements(() => changeItem(ctx, { id, quantity: 3 }))
  const accepted = await recordStatements(() => acceptPrices(ctx, {}))
  const contact = await recordStatements(() => saveContact(ctx, { email: 'ada@example.com', marketing_consent: true }))
  const removed = await recordStatements(() => removeItem(ctx, { id }))
  for (const { statements } of [added, changed, accepted, contact, removed]) expect(statements.length).toBeLessThanOrEqual(4)
  expect(added.statements).toHaveLength(1)
  expect(contact.result.email).toBe('ada@example.com')
  expect(removed.result.count).toBe(0)
})

test('a price that changed is shown beside the old one until the shopper accepts it', async () => {
  const thing = await makeProduct(world.categoryId, { priceMinor: 1000 })
  const ctx = guest()
  await addItem(ctx, { variant_id: thing.variantId, quantity: 2 })
  await database().update(products).set({ priceMinor: 1200 }).where(eq(products.id, thing.id))
  const view = await viewCart(ctx)
  expect(view.lines).toMatchObject([
    { price: { amount: 1000 }, current_price: { amount: 1200 }, line_total: { amount: 2000 }, notices: ['price_up'] },
  ])
  expect(view.is_buyable).toBe(false)
  const accepted = await acceptPrices(ctx, {})
  expect(accepted).toMatchObject({ is_buyable: true, totals: { subtotal: { amount: 2400 } } })
  await database().update(products).set({ priceMinor: 900 }).where(eq(products.id, thing.id))
  expect((await viewCart(ctx)).lines[0]?.notices).toEqual(['price_down'])
})

test('a variant that sells out, runs short or is withdrawn while in the cart is explained on its line', async () => {
  const ctx = guest()
  const [short, gone, withdrawn] = await makeProducts(world.categoryId, [{ stock: 5 }, { stock: 5 }, { stock: 5 }])
  if (!short || !gone || !withdrawn) throw new Error('incomplete')
  for (const { variantId } of [short, gone, withdrawn]) await addItem(ctx, { variant_id: variantId, quantity: 4 })
  await database().update(inventoryLevels).set({ onHand: 2 }).where(eq(inventoryLevels.variantId, short.variantId))
  await database().update(inventoryLevels).set({ onHand: 0 }).where(eq(inventoryLevels.variantId, gone.variantId))
  await database().update(productVariants).set({ isActive: false }).where(eq(productVariants.id, withdrawn.variantId))
  const view = await viewCart(ctx)
  expect(view.lines.map((line) => line.notices)).toEqual([['quantity_above_stock'], ['sold_out'], ['withdrawn']])
  expect(view.is_buyable).toBe(false)
  const [first, , third] = view.lines
  if (!first || !third) throw new Error('incomplete')
  expect((await changeItem(ctx, { id: first.id, quantity: 3 })).lines[0]?.quantity).toBe(3)
  expect((await refusalOf(changeItem(ctx, { id: first.id, quantity: 4 }))).options.extra).toMatchObject({ available: 2 })
  expect((await refusalOf(changeItem(ctx, { id: third.id, quantity: 9 }))).code).toBe('not_found')
  expect((await refusalOf(addItem(ctx, { variant_id: withdrawn.variantId, quantity: 1 }))).code).toBe('not_found')
  expect((await changeItem(ctx, { id: third.id, quantity: 0 })).lines).toHaveLength(2)
})

test('what is not tracked never runs out, up to the limit of a line', async () => {
  const ctx = guest()
  const { voucher } = world.products
  expect((await addItem(ctx, { variant_id: voucher.variantId, quantity: 99 })).lines[0]?.available).toBeNull()
  expect((await refusalOf(addItem(ctx, { variant_id: voucher.variantId, quantity: 1 }))).code).toBe('invalid_input')
})

test("another person's line is not found", async () => {
  const owner = guest()
  const id = lineIdOf(await addItem(owner, { variant_id: world.products.lamp.variantId, quantity: 1 }))
  const other = guest()
  expect((await refusalOf(changeItem(other, { id, quantity: 5 }))).code).toBe('not_found')
  await addItem(other, { variant_id: world.products.lamp.variantId, quantity: 1 })
  expect((await refusalOf(changeItem(other, { id, quantity: 5 }))).code).toBe('not_found')
  expect((await refusalOf(removeItem(other, { id }))).code).toBe('not_found')
  expect((await viewCart(owner)).count).toBe(1)
})

test('options are read in the order of the product, and every change tells the rest of the shop', async () => {
  const ctx = guest()
  const view = await addItem(ctx, { variant_id: world.products.shirt.variantId, quantity: 1 })
  expect(view.lines[0]?.variant_title).toBe('S')
  expect(await database().$count(outbox, eq(outbox.aggregateId, view.id ?? ''))).toBe(1)
})

test('under an idempotency key a repeated call adds once, ten at a time too, and another input is refused', async () => {
  const ctx = withKey(guest())
  const input = { variant_id: world.products.mug.variantId, quantity: 2 }
  const views = await Promise.all(Array.from({ length: 10 }, () => addItem(ctx, input)))
  expect(views.every((view) => JSON.stringify(view) === JSON.stringify(views[0]))).toBe(true)
  expect((await viewCart(ctx)).count).toBe(2)
  expect((await refusalOf(addItem(ctx, { ...input, quantity: 3 }))).code).toBe('key_reused')
  expect((await addItem(withKey(ctx), input)).count).toBe(4)
})
