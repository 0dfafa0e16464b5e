import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { products, productVariants } from '@/db/schema/catalog'
import { users } from '@/db/schema/customers'
import { wishlistItems, wishlists } from '@/db/schema/wishlist'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeProduct, makeProducts, makeUser, makeWorld } from '@/db/testing/world'
import { viewCart } from '@/lib/cart/view-cart'
import type { Ctx } from '@/lib/core/context'
import { newId, type ProductId } from '@/lib/core/ids'
import { viewOf } from '@/lib/view/view-of'
import { addToWishlist } from './add-to-wishlist'
import { findSharedWishlist } from './find-shared-wishlist'
import { listWishlist } from './list-wishlist'
import { moveToCart } from './move-to-cart'
import { removeFromWishlist } from './remove-from-wishlist'
import { SharedWishlist, Wishlist } from './schemas'
import { shareWishlist } from './share-wishlist'
import { stopSharing } from './stop-sharing'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const person = async () => signedIn(await makeUser())
const idsOf = async (ctx: Ctx) => (await listWishlist(ctx)).items.map(({ product_id }) => product_id)
const tokenOf = ({ share_path }: { share_path: string | null }) => share_path?.replace('/wishlist/', '') ?? ''
const wish = (ctx: Ctx, product_id: ProductId) => () => addToWishlist(ctx, { product_id })

test('a guest is asked to sign in, for reading and for every change', async () => {
  const product_id = world.products.lamp.id
  const calls = [listWishlist, shareWishlist, stopSharing, (ctx: Ctx) => addToWishlist(ctx, { product_id })]
  for (const call of [...calls, (ctx: Ctx) => removeFromWishlist(ctx, { product_id }), (ctx: Ctx) => moveToCart(ctx, { product_id })]) {
    expect((await refusalOf(call(guest()))).code).toBe('unauthenticated')
  }
})

test('what is put on the list stands there newest first, and the view read paints its heart', async () => {
  const ctx = await person()
  const { lamp, mug, shirt } = world.products
  expect(await addToWishlist(ctx, { product_id: lamp.id })).toEqual({ product_id: lamp.id, is_wished: true, count: 1 })
  expect(await addToWishlist(ctx, { product_id: mug.id })).toMatchObject({ count: 2 })
  expect(await idsOf(ctx)).toEqual([mug.id, lamp.id])
  expect((await viewOf(ctx, { products: [lamp.id, shirt.id] })).wishlist).toEqual([lamp.id])
})

test('adding and removing twice is the same as once', async () => {
  const ctx = await person()
  const { lamp } = world.products
  await addToWishlist(ctx, { product_id: lamp.id })
  expect(await addToWishlist(ctx, { product_id: lamp.id })).toMatchObject({ count: 1 })
  expect(await removeFromWishlist(ctx, { product_id: lamp.id })).toEqual({ product_id: lamp.id, is_wished: false, count: 0 })
  expect(await removeFromWishlist(ctx, { product_id: lamp.id })).toEqual({ product_id: lamp.id, is_wished: false, count: 0 })
})

test('20 parallel adds of one product are one row, and two first adds are one list', async () => {
  const ctx = await person()
  const { lamp, mug } = world.products
  const added = await inParallel([...Array.from({ length: 20 }, () => wish(ctx, lamp.id)), wish(ctx, mug.id)])
  expect(tally(added)).toEqual({ done: 21 })
  expect((await idsOf(ctx)).sort()).toEqual([lamp.id, mug.id].sort())
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : world.categoryId
  expect(await database().$count(wishlists, sql`user_id = ${userId}`)).toBe(1)
})

test('a list holds 200 things however many arrive at once; what is on it already may be added again', async () => {
  const ctx = await person()
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 205 }, () => ({})),
  )
  const results = await inParallel(
    things.map(({ id }) => wish(ctx, id)),
    15,
  )
  expect(tally(results)).toEqual({ done: 200, invalid_input: 5 })
  const [known] = await idsOf(ctx)
  expect(await addToWishlist(ctx, { product_id: known ?? things[0]?.id ?? world.products.lamp.id })).toMatchObject({ count: 200 })
  expect((await refusalOf(addToWishlist(ctx, { product_id: world.products.lamp.id }))).options.detail).toContain('200 things')
})

test('a list is read in one statement with 1 thing and with 200, and so is its shared page; adding costs two, moving three', async () => {
  const one = await person()
  await addToWishlist(one, { product_id: world.products.lamp.id })
  const many = await person()
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 200 }, () => ({})),
  )
  for (const { id } of things) await addToWishlist(many, { product_id: id })
  for (const [ctx, count] of [
    [one, 1],
    [many, 200],
  ] as const) {
    const token = tokenOf(await shareWishlist(ctx))
    const read = await recordStatements(() => listWishlist(ctx))
    const shared = await recordStatements(() => findSharedWishlist(token))
    expect([Wishlist.parse(read.result).items.length, read.statements.length]).toEqual([count, 1])
    expect([SharedWishlist.parse(shared.result).items.length, shared.statements.length]).toEqual([count, 1])
  }
  const [thing] = things
  if (!thing) throw new Error('No things')
  expect((await recordStatements(() => addToWishlist(many, { product_id: thing.id }))).statements).toHaveLength(2)
  expect((await recordStatements(() => moveToCart(many, { product_id: thing.id }))).statements).toHaveLength(3)
})

test('an item shows its product as it is now: price, stock, and that it is no longer sold', async () => {
  const ctx = await person()
  const [soldOut, gone, sized] = await makeProducts(world.categoryId, [
    { stock: 0 },
    { name: 'Gone' },
    { name: 'Sized', stock: [3, 9], priceMinor: 2000 },
  ])
  if (!soldOut || !gone || !sized) throw new Error('No products')
  const large = sized.variants[1]
  await addToWishlist(ctx, { product_id: soldOut.id })
  await addToWishlist(ctx, { product_id: gone.id })
  await addToWishlist(ctx, { product_id: sized.id })
  await database().update(products).set({ isActive: false }).where(eq(products.id, gone.id))
  expect((await listWishlist(ctx)).items).toMatchObject([
    { name: 'Sized', variant_id: null, variant_title: '', buyable_variant_id: null, availability: 'in_stock', price: { amount: 2000 } },
    { name: 'Gone', is_offered: false, buyable_variant_id: null },
    { availability: 'sold_out', is_offered: true, buyable_variant_id: soldOut.variantId },
  ])
  await addToWishlist(ctx, { product_id: sized.id, variant_id: large?.id })
  await addToWishlist(ctx, { product_id: sized.id })
  const [chosen] = (await listWishlist(ctx)).items
  expect(chosen).toMatchObject({ variant_id: large?.id, variant_title: 'M', buyable_variant_id: large?.id, availability: 'in_stock' })
  await database()
    .update(productVariants)
    .set({ isActive: false })
    .where(eq(productVariants.id, large?.id ?? soldOut.variantId))
  expect((await listWishlist(ctx)).items[0]).toMatchObject({ variant_id: null, buyable_variant_id: null, is_offered: true })
})

test('what is withdrawn, unknown or another product\u2019s version cannot be added, and stays removable', async () => {
  const ctx = await person()
  const { lamp, mug } = world.products
  const thing = await makeProduct(world.categoryId)
  await addToWishlist(ctx, { product_id: thing.id })
  await database().update(products).set({ isActive: false }).where(eq(products.id, thing.id))
  const other = await person()
  expect((await refusalOf(addToWishlist(other, { product_id: thing.id }))).code).toBe('not_found')
  expect((await refusalOf(addToWishlist(other, { product_id: newId<ProductId>() }))).code).toBe('not_found')
  expect((await refusalOf(addToWishlist(other, { product_id: lamp.id, variant_id: mug.variantId }))).code).toBe('not_found')
  expect(await removeFromWishlist(ctx, { product_id: thing.id })).toMatchObject({ count: 0 })
})

test('one person\u2019s list is not another\u2019s: removing and moving touch nothing of theirs', async () => {
  const [ada, eve] = [await person(), await person()]
  const { lamp } = world.products
  await addToWishlist(ada, { product_id: lamp.id })
  await removeFromWishlist(eve, { product_id: lamp.id })
  expect((await refusalOf(moveToCart(eve, { product_id: lamp.id }))).code).toBe('not_found')
  await stopSharing(eve)
  expect(await idsOf(ada)).toEqual([lamp.id])
})

test('a shared list has an address of 128 bits, shows the first name only, and a stopped one stays dead when it is shared again', async () => {
  const ctx = await person()
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : null
  if (!userId) throw new Error('Nobody')
  await database().update(users).set({ name: 'Ada Lovelace' }).where(eq(users.id, userId))
  await addToWishlist(ctx, { product_id: world.products.lamp.id })
  const first = tokenOf(await shareWishlist(ctx))
  expect(first).toMatch(/^[\w-]{22}$/)
  expect(tokenOf(await shareWishlist(ctx))).toBe(first)
  expect((await listWishlist(ctx)).share_path).toBe(`/wishlist/${first}`)
  const seen = SharedWishlist.parse(await findSharedWishlist(first))
  expect(seen).toMatchObject({ owner_name: 'Ada', items: [{ name: 'Lamp' }] })
  expect(JSON.stringify(seen)).not.toMatch(/Lovelace|example\.com/)

  expect(await stopSharing(ctx)).toEqual({ share_path: null })
  expect(await findSharedWishlist(first)).toBeNull()
  const second = tokenOf(await shareWishlist(ctx))
  expect(second).not.toBe(first)
  expect(await findSharedWishlist(first)).toBeNull()
  expect(await findSharedWishlist(second)).toMatchObject({ owner_name: 'Ada' })
  await database().update(users).set({ name: 'https://evil.example/win now' }).where(eq(users.id, userId))
  expect(await findSharedWishlist(second)).toMatchObject({ owner_name: null })
  await database().update(users).set({ erasedAt: new Date() }).where(eq(users.id, userId))
  expect(await findSharedWishlist(second)).toBeNull()
})

test('text that can be no token is nobody\u2019s list and costs no query', async () => {
  for (const token of ['', 'null', '%', 'a'.repeat(23), "' or 1=1 --aaaaaaaaaaa", '\u0000'.repeat(22)]) {
    const { result, statements } = await recordStatements(() => findSharedWishlist(token))
    expect([token, result, statements.length]).toEqual([token, null, 0])
  }
})

test('a moved item is in the cart and off the list; ten moves at once put one in', async () => {
  const ctx = await person()
  const { lamp } = world.products
  await addToWishlist(ctx, { product_id: lamp.id })
  const moves = await inParallel(Array.from({ length: 10 }, () => () => moveToCart(ctx, { product_id: lamp.id })))
  expect(tally(moves)).toEqual({ done: 1, not_found: 9 })
  expect(await viewCart(ctx)).toMatchObject({ count: 1, lines: [{ variant_id: lamp.variantId }] })
  expect(await idsOf(ctx)).toEqual([])
})

test('an item that the cart refuses is still on the list: sold out, withdrawn, or to be chosen first', async () => {
  const ctx = await person()
  const { shirt } = world.products
  const [soldOut, gone] = await makeProducts(world.categoryId, [{ stock: 0 }, {}])
  if (!soldOut || !gone) throw new Error('No products')
  for (const { id } of [soldOut, gone, shirt]) await addToWishlist(ctx, { product_id: id })
  await database().update(products).set({ isActive: false }).where(eq(products.id, gone.id))
  const codes = []
  for (const { id } of [soldOut, gone, shirt]) codes.push((await refusalOf(moveToCart(ctx, { product_id: id }))).code)
  expect(codes).toEqual(['out_of_stock', 'not_found', 'invalid_input'])
  expect((await refusalOf(moveToCart(ctx, { product_id: shirt.id, variant_id: world.products.mug.variantId }))).code).toBe('not_found')
  expect(await idsOf(ctx)).toHaveLength(3)
  expect((await viewCart(ctx)).count).toBe(0)
  const small = shirt.variants[0]
  expect(await moveToCart(ctx, { product_id: shirt.id, variant_id: small?.id })).toMatchObject({ lines: [{ variant_id: small?.id }] })
  expect(await database().$count(wishlistItems, eq(wishlistItems.productId, shirt.id))).toBe(0)
})
