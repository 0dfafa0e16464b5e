import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeProduct, makeProducts, makeUser, makeWorld } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId, VariantId } from '@/lib/core/ids'
import { addItem } from './add-item'
import { mergeCart } from './merge-cart'
import { saveContact } from './save-contact'
import { MAX_CART_LINES } from './schemas'
import { viewCart } from './view-cart'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const keyOf = ({ actor }: Ctx) => (actor.kind === 'guest' && actor.sessionKey) || ''
const merge = (ctx: Ctx, userId: UserId) => transaction((tx) => mergeCart(tx, keyOf(ctx), userId))
const unitsOf = async (ctx: Ctx, variantId: VariantId) => (await viewCart(ctx)).lines.find((line) => line.variant_id === variantId)?.quantity ?? 0
const add = (ctx: Ctx, variantId: VariantId, quantity = 1) => addItem(ctx, { variant_id: variantId, quantity })

test("a guest's cart becomes the account's when it has none, with prices as added", async () => {
  const [visitor, user] = [guest(), await makeUser()]
  const { lamp, voucher } = world.products
  await add(visitor, lamp.variantId, 2)
  await add(visitor, voucher.variantId, 3)
  const { result, statements } = await recordStatements(() => merge(visitor, user))
  expect(result).toEqual([])
  expect(statements.length).toBeLessThanOrEqual(6)
  const cart = await viewCart(signedIn(user))
  expect(cart.lines.map(({ variant_id, quantity, price }) => [variant_id, quantity, price.amount])).toEqual([
    [lamp.variantId, 2, 4900],
    [voucher.variantId, 3, 2500],
  ])
  expect([cart.count, cart.totals.subtotal.amount, cart.email]).toEqual([5, 2 * 4900 + 3 * 2500, null])
  expect((await viewCart(visitor)).id).toBeNull()
})

test("the guest's address and consent move when the address is the account's; somebody else's does not", async () => {
  const user = await makeUser()
  const [own] = await database().execute<{ email: string }>(sql`select email from users where id = ${user}`)
  const contactAfter = async (email: string) => {
    const visitor = guest()
    await add(visitor, world.products.voucher.variantId)
    await saveContact(visitor, { email, marketing_consent: true })
    await merge(visitor, user)
    const [cart] = await database().execute(
      sql`select email, marketing_consent as consent from carts where user_id = ${user} and completed_at is null`,
    )
    return cart
  }
  expect(await contactAfter('stranger@example.com')).toEqual({ email: null, consent: false })
  expect(await contactAfter((own?.email ?? '').toUpperCase())).toEqual({ email: own?.email.toUpperCase(), consent: true })
  expect(await contactAfter('stranger@example.com')).toEqual({ email: own?.email.toUpperCase(), consent: true })
})

test("lines of one variant are added up at the account's price, as far as stock allows; what does not fit is reported", async () => {
  const [visitor, user] = [guest(), await makeUser()]
  const { lamp, mug, voucher } = world.products
  await add(signedIn(user), mug.variantId, 7)
  await add(signedIn(user), voucher.variantId, 60)
  await add(visitor, mug.variantId, 6)
  await add(visitor, voucher.variantId, 50)
  await add(visitor, lamp.variantId, 1)
  await database().execute(sql`update cart_items set price_minor = 1100 where variant_id = ${mug.variantId} and quantity = 7`)
  const reduced = await merge(visitor, user)
  expect(new Map(reduced?.map(({ name, wanted, kept }) => [name, [wanted, kept]]))).toEqual(
    new Map([
      ['Mug', [13, 10]],
      ['Voucher', [110, 99]],
    ]),
  )
  const cart = await viewCart(signedIn(user))
  expect([cart.count, cart.totals.subtotal.amount]).toEqual([110, 10 * 1100 + 99 * 2500 + 4900])
})

test('what an account already held is never made less, though stock has run out since', async () => {
  const [visitor, user] = [guest(), await makeUser()]
  const rare = await makeProduct(world.categoryId, { stock: 8 })
  await add(signedIn(user), rare.variantId, 5)
  await add(visitor, rare.variantId, 2)
  await database().execute(sql`update inventory_levels set reserved = 6 where variant_id = ${rare.variantId}`)
  expect(await merge(visitor, user)).toEqual([expect.objectContaining({ wanted: 7, kept: 5 })])
  expect((await viewCart(signedIn(user))).lines[0]?.notices).toEqual(['quantity_above_stock'])
})

test('a merged cart never has more lines than a cart may have: the account\u2019s stay, and what has no room is reported with nothing kept', async () => {
  const user = await makeUser()
  const things = await makeProducts(world.categoryId, Array(110).fill({}))
  const [mine, theirs] = [things.slice(0, 95), things.slice(90)]
  for (const { variantId } of mine) await add(signedIn(user), variantId)
  const visitor = guest()
  for (const { variantId } of theirs) await add(visitor, variantId, 2)
  const { result, statements } = await recordStatements(() => merge(visitor, user))
  expect(statements.length).toBeLessThanOrEqual(6)
  expect(result?.map(({ variant_id, wanted, kept }) => [variant_id, wanted, kept])).toEqual(
    things
      .slice(100)
      .map(({ variantId }) => [variantId, 2, 0])
      .sort(),
  )
  const cart = await viewCart(signedIn(user))
  expect(cart.lines.map(({ variant_id }) => variant_id).sort()).toEqual(
    things
      .slice(0, 100)
      .map(({ variantId }) => variantId)
      .sort(),
  )
  expect(cart.count).toBe(90 + 5 * 3 + 5 * 2)
})

test('several guests\u2019 carts that join one account at once do not pass the limit together', async () => {
  const user = await makeUser()
  const visitors = Array.from({ length: 6 }, () => guest())
  for (const visitor of visitors) {
    const things = await makeProducts(world.categoryId, Array(30).fill({}))
    for (const { variantId } of things) await add(visitor, variantId)
  }
  const results = await inParallel(visitors.map((visitor) => () => merge(visitor, user)))
  const left = results.flatMap((result) => (result.status === 'fulfilled' ? (result.value ?? []) : []))
  expect(tally(results)).toEqual({ done: 6 })
  expect([left.length, left.every(({ wanted, kept }) => wanted === 1 && kept === 0)]).toEqual([80, true])
  const cart = await viewCart(signedIn(user))
  expect([cart.lines.length, cart.count]).toEqual([MAX_CART_LINES, MAX_CART_LINES])
})

test('nobody without a cart gets one, and merging twice changes nothing', async () => {
  const [visitor, user] = [guest(), await makeUser()]
  expect(await merge(visitor, user)).toBeNull()
  expect((await viewCart(signedIn(user))).id).toBeNull()
  await add(visitor, world.products.lamp.variantId, 2)
  await merge(visitor, user)
  expect(await merge(visitor, user)).toBeNull()
  expect((await viewCart(signedIn(user))).count).toBe(2)
})

test('adds of guest and account while their carts are merged again and again lose no unit, and nobody waits for ever', async () => {
  const [visitor, user] = [guest(), await makeUser()]
  const things = await Promise.all([1, 2, 3].map(() => makeProduct(world.categoryId, { stock: 90 })))
  const tasks = things.flatMap(({ variantId }) =>
    Array.from({ length: 12 }, (_, index) => () => add(index % 2 === 0 ? visitor : signedIn(user), variantId) as Promise<unknown>),
  )
  const merges = Array.from({ length: 8 }, () => () => merge(visitor, user) as Promise<unknown>)
  const mixed = tasks.flatMap((task, index) => (index % 5 === 0 && merges.length > 0 ? [task, merges.pop() ?? task] : [task]))
  const results = await inParallel(mixed, 12)
  expect(tally(results)).toEqual({ done: mixed.length })
  await merge(visitor, user)
  for (const { variantId } of things) expect(await unitsOf(signedIn(user), variantId)).toBe(12)
  const [open] = await database().execute<{ carts: number }>(
    sql`select count(*)::int as carts from carts where completed_at is null and (user_id = ${user} or session_key = ${keyOf(visitor)})`,
  )
  expect(open?.carts).toBe(1)
  const [totals] = await database().execute<{ wrong: number }>(sql`
    select count(*)::int as wrong from carts c cross join lateral (
      select sum(i.quantity) as items, sum(i.quantity * i.price_minor) as subtotal from cart_items i where i.cart_id = c.id
    ) t where c.user_id = ${user} and (c.cached_total_items <> t.items or c.cached_subtotal_minor <> t.subtotal)`)
  expect(totals?.wrong).toBe(0)
})
