import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { products } from '@/db/schema/catalog'
import { users } from '@/db/schema/customers'
import { emails } from '@/db/schema/emails'
import { subscriptions } from '@/db/schema/wishlist'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeProduct, makeProducts, makeUser, makeWorld } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { newId, type SubscriptionId, type VariantId } from '@/lib/core/ids'
import { confirmSubscription } from './confirm-subscription'
import { endSubscription } from './end-subscription'
import { findSubscriptionToConfirm, findSubscriptionToEnd } from './find-linked-subscription'
import { forgetUnconfirmed } from './forget-unconfirmed'
import { CONFIRM_DAYS, confirmPath, unsubscribePath } from './link-tokens'
import { listMySubscriptions } from './list-my-subscriptions'
import { Subscribe, SubscribeAnswer, Subscriptions } from './schemas'
import { CONFIRM_MAILS_PER_HOUR, subscribe } from './subscribe'
import { unsubscribe } from './unsubscribe'

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

let count = 0
const newAddress = () => `reader-${count++}@example.com`
const soldOut = async () => (await makeProduct(world.categoryId, { stock: 0 })).variantId
const rowsOf = (email: string) => database().select().from(subscriptions).where(sql`lower(email) = lower(${email})`)
const mailsTo = (email: string) => database().select().from(emails).where(sql`lower(to_address) = lower(${email})`)
const tokenIn = (path: string) => new URL(path, 'http://localhost').searchParams.get('t') ?? ''

/** A person whose address is verified. */
async function reader() {
  const userId = await makeUser()
  await database().update(users).set({ emailVerified: true }).where(eq(users.id, userId))
  return { ctx: signedIn(userId), userId, email: `${userId}@example.com` }
}

async function linkIn(email: string): Promise<string> {
  const [mail] = await mailsTo(email)
  return tokenIn(String(mail?.props.confirm_path ?? ''))
}

test('a signed-in person with a verified address waits at once, without a mail, at the price of this moment', async () => {
  const { ctx, email } = await reader()
  const variant_id = world.products.lamp.variantId
  const answer = SubscribeAnswer.parse(await subscribe(ctx, { variant_id, kind: 'price_drop' }))
  expect(answer).toMatchObject({ status: 'confirmed', kind: 'price_drop', variant_id })
  expect(Subscriptions.parse(await listMySubscriptions(ctx)).data).toMatchObject([
    { id: answer.id, name: 'Lamp', price_then: { amount: 4900 }, price_now: { amount: 4900 }, availability: 'in_stock' },
  ])
  expect(await mailsTo(email)).toEqual([])
})

test('a guest waits only after the click in the mail, and hears the same answer each time', async () => {
  const email = newAddress()
  const variant_id = await soldOut()
  const wish = { variant_id, kind: 'back_in_stock', email } as const
  const first = await subscribe(guest(), wish)
  expect(first).toEqual({ status: 'confirmation_sent', kind: 'back_in_stock', variant_id, id: null })
  expect(await rowsOf(email)).toMatchObject([{ confirmedAt: null, userId: null }])
  const token = await linkIn(email)
  expect(await findSubscriptionToConfirm(token)).toMatchObject({ kind: 'back_in_stock', is_confirmed: false })
  expect(await confirmSubscription(guest(), { token })).toEqual({ kind: 'back_in_stock' })
  const [confirmed] = await rowsOf(email)
  expect(confirmed?.confirmedAt).toBeInstanceOf(Date)
  expect(await confirmSubscription(guest(), { token })).toEqual({ kind: 'back_in_stock' })
  expect(await subscribe(guest(), { ...wish, email: email.toUpperCase() })).toEqual(first)
  expect(await rowsOf(email)).toEqual([expect.objectContaining({ confirmedAt: confirmed?.confirmedAt, priceMinor: confirmed?.priceMinor })])
  expect(await mailsTo(email)).toHaveLength(1)
})

test('the mail that asks names the variant, as the page that it leads to does', async () => {
  const email = newAddress()
  const [, , soldOutShirt] = world.products.shirt.variants
  await subscribe(guest(), { variant_id: soldOutShirt?.id ?? newId<VariantId>(), kind: 'back_in_stock', email })
  const named = { variant_title: soldOutShirt?.title }
  expect(await mailsTo(email)).toMatchObject([{ props: named }])
  expect(await findSubscriptionToConfirm(await linkIn(email))).toMatchObject(named)
})

test('nobody signs up somebody else: another\u2019s address, or one that is not verified, is asked first', async () => {
  const { ctx } = await reader()
  const other = newAddress()
  const variant_id = await soldOut()
  expect(await subscribe(ctx, { variant_id, kind: 'back_in_stock', email: other })).toMatchObject({ status: 'confirmation_sent', id: null })
  expect(await rowsOf(other)).toMatchObject([{ userId: null, confirmedAt: null }])
  const unverified = await makeUser()
  expect(await subscribe(signedIn(unverified), { variant_id, kind: 'back_in_stock' })).toMatchObject({ status: 'confirmation_sent' })
  expect(await mailsTo(`${unverified}@example.com`)).toHaveLength(1)
  expect((await listMySubscriptions(signedIn(unverified))).data).toEqual([])
})

test('ten requests at once are one wish and one mail', async () => {
  const email = newAddress()
  const variant_id = await soldOut()
  const results = await inParallel(Array.from({ length: 10 }, () => () => subscribe(guest(), { variant_id, kind: 'back_in_stock', email })))
  expect(tally(results)).toEqual({ done: 10 })
  expect([(await rowsOf(email)).length, (await mailsTo(email)).length]).toEqual([1, 1])
})

test('one client who types ever new addresses is stopped, and so is the one who types the same again and again', async () => {
  const variant_id = await soldOut()
  const flood = { ...guest(), clientAddress: '203.0.113.77' }
  const typed = Array.from({ length: 40 }, (_, n) => `victim+${n}@flood.example.com`)
  const results = await inParallel(typed.map((email) => () => subscribe(flood, { variant_id, kind: 'back_in_stock', email })))
  expect(tally(results)).toEqual({ done: 30, rate_limited: 10 })
  const [sent] = await database().execute(sql`select count(*)::int as mails from emails where to_address like '%@flood.example.com'`)
  expect(sent).toEqual({ mails: 30 })
  const again = { ...guest(), clientAddress: '203.0.113.78' }
  const email = newAddress()
  for (let n = 0; n < 5; n++) await subscribe(again, { variant_id, kind: 'back_in_stock', email })
  expect((await refusalOf(subscribe(again, { variant_id, kind: 'back_in_stock', email }))).code).toBe('rate_limited')
})

test('one address gets at most five mails to confirm in an hour, whoever asks, and is not told from one that gets them', async () => {
  const email = newAddress()
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 12 }, () => ({ stock: 0 })),
  )
  const results = await inParallel(
    things.map(
      ({ variantId }) =>
        () =>
          subscribe(guest(), { variant_id: variantId, kind: 'back_in_stock', email }),
    ),
  )
  expect(tally(results)).toEqual({ done: 12 })
  expect(new Set(results.map((result) => (result.status === 'fulfilled' ? result.value.status : '')))).toEqual(new Set(['confirmation_sent']))
  expect((await mailsTo(email)).length).toBe(CONFIRM_MAILS_PER_HOUR)
  expect((await rowsOf(email)).length).toBe(CONFIRM_MAILS_PER_HOUR)
})

test('a forged, foreign, truncated or ended link confirms nothing', async () => {
  const email = newAddress()
  await subscribe(guest(), { variant_id: await soldOut(), kind: 'back_in_stock', email })
  const [row] = await rowsOf(email)
  if (!row) throw new Error('No row')
  const good = tokenIn(confirmPath(row.id))
  const [id, until, signature] = good.split('.')
  const ended = tokenIn(confirmPath(row.id, Date.now() - (CONFIRM_DAYS + 1) * 86_400_000))
  const forged = [
    tokenIn(unsubscribePath(row.id)),
    `${newId()}.${until}.${signature}`,
    `${id}.zzzzzzzzz.${signature}`,
    good.slice(0, -1),
    `${good}.x`,
    ended,
    '',
    '..',
    'a'.repeat(200),
  ]
  for (const token of forged) {
    expect([token, (await refusalOf(confirmSubscription(guest(), { token }))).code]).toEqual([token, 'not_found'])
    expect(await findSubscriptionToConfirm(token)).toBeNull()
  }
  expect(await rowsOf(email)).toMatchObject([{ confirmedAt: null }])
})

test('one click ends it without a session, twice is no mistake, and a link to confirm ends nothing', async () => {
  const { ctx, email } = await reader()
  const { id } = await subscribe(ctx, { variant_id: world.products.mug.variantId, kind: 'price_drop' })
  const known = id ?? newId<SubscriptionId>()
  const token = tokenIn(unsubscribePath(known))
  expect(await findSubscriptionToEnd(token)).toMatchObject({ name: 'Mug', kind: 'price_drop' })
  for (const wrong of [tokenIn(confirmPath(known)), `${newId()}.${token.split('.')[1]}`, '']) {
    expect((await refusalOf(unsubscribe(guest(), { token: wrong }))).code).toBe('not_found')
  }
  expect(await rowsOf(email)).toHaveLength(1)
  await unsubscribe(guest(), { token })
  await unsubscribe(guest(), { token })
  expect(await rowsOf(email)).toEqual([])
  expect(await findSubscriptionToEnd(token)).toBeNull()
})

test('somebody else\u2019s wish is not found, and what a guest confirmed belongs to the account that verified the address', async () => {
  const [ada, eve] = [await reader(), await reader()]
  const { id } = await subscribe(ada.ctx, { variant_id: world.products.lamp.variantId, kind: 'price_drop' })
  const known = id ?? newId<SubscriptionId>()
  expect((await refusalOf(endSubscription(eve.ctx, { id: known }))).code).toBe('not_found')
  expect((await refusalOf(endSubscription(guest(), { id: known }))).code).toBe('unauthenticated')
  expect(await endSubscription(ada.ctx, { id: known })).toEqual({ id: known })
  expect((await refusalOf(endSubscription(ada.ctx, { id: known }))).code).toBe('not_found')

  await subscribe(guest(), { variant_id: await soldOut(), kind: 'back_in_stock', email: eve.email })
  expect((await listMySubscriptions(eve.ctx)).data).toEqual([])
  await confirmSubscription(guest(), { token: await linkIn(eve.email) })
  const [mine] = (await listMySubscriptions(eve.ctx)).data
  expect(mine).toMatchObject({ kind: 'back_in_stock', availability: 'sold_out' })
  expect(await endSubscription(eve.ctx, { id: mine?.id ?? known })).toEqual({ id: mine?.id })
})

test('hostile addresses are refused by the schema, and no address reaches a mail without it', async () => {
  const variant_id = world.products.lamp.variantId
  const hostile = [
    'ada@example.com\nBcc: all@example.com',
    'ada@example.com,eve@example.com',
    'Ada <ada@example.com>',
    '"<script>"@example.com',
    'ada@exa mple.com',
    'ada',
    '@example.com',
    'ada@localhost',
    `${'a'.repeat(250)}@example.com`,
    'ada@example.com\u0000',
    'ada@example.com%0aBcc:x@y.zz',
  ]
  for (const email of hostile) expect([email, Subscribe.safeParse({ variant_id, kind: 'price_drop', email }).success]).toEqual([email, false])
  expect(Subscribe.parse({ variant_id, kind: 'price_drop', email: ' ada@example.com ' }).email).toBe('ada@example.com')
  expect((await refusalOf(subscribe(guest(), { variant_id, kind: 'price_drop' }))).options.errors).toMatchObject([{ pointer: '/email' }])
})

test('one cannot wait for what is there, for what is not tracked, or for what is withdrawn', async () => {
  const { ctx } = await reader()
  const { lamp, voucher } = world.products
  for (const { variantId } of [lamp, voucher]) {
    expect((await refusalOf(subscribe(ctx, { variant_id: variantId, kind: 'back_in_stock' }))).code).toBe('conflict')
  }
  const gone = await makeProduct(world.categoryId, {})
  await database().update(products).set({ isActive: false }).where(eq(products.id, gone.id))
  expect((await refusalOf(subscribe(ctx, { variant_id: gone.variantId, kind: 'price_drop' }))).code).toBe('not_found')
})

test('asking again for a lower price measures from today, but a stranger cannot move a confirmed person\u2019s price', async () => {
  const { ctx, email } = await reader()
  const thing = await makeProduct(world.categoryId, { priceMinor: 5000 })
  const wish = { variant_id: thing.variantId, kind: 'price_drop' } as const
  const { id } = await subscribe(ctx, wish)
  await database().update(products).set({ priceMinor: 3000, priceMinMinor: 3000, priceMaxMinor: 3000 }).where(eq(products.id, thing.id))
  await subscribe(guest(), { ...wish, email })
  expect(await rowsOf(email)).toMatchObject([{ id, priceMinor: 5000 }])
  expect((await subscribe(ctx, wish)).id).toBe(id)
  expect(await rowsOf(email)).toMatchObject([{ id, priceMinor: 3000 }])
})

test('who never clicks is forgotten when the link has ended; who did is not', async () => {
  const [silent, keen] = [newAddress(), newAddress()]
  const variant_id = await soldOut()
  for (const email of [silent, keen]) await subscribe(guest(), { variant_id, kind: 'back_in_stock', email })
  await confirmSubscription(guest(), { token: await linkIn(keen) })
  await forgetUnconfirmed(systemCtx('test'))
  expect(await rowsOf(silent)).toHaveLength(1)
  await database().execute(sql`update subscriptions set updated_at = now() - interval '8 days' where email in (${silent}, ${keen})`)
  await forgetUnconfirmed(systemCtx('test'))
  expect([(await rowsOf(silent)).length, (await rowsOf(keen)).length]).toEqual([0, 1])
})

test('a list is one statement with 1 wish and with 100, the 101st is refused, and asking costs at most five', async () => {
  const [one, many] = [await reader(), await reader()]
  const things = await makeProducts(
    world.categoryId,
    Array.from({ length: 101 }, () => ({})),
  )
  await subscribe(one.ctx, { variant_id: world.products.lamp.variantId, kind: 'price_drop' })
  const results = await inParallel(
    things.map(
      ({ variantId }) =>
        () =>
          subscribe(many.ctx, { variant_id: variantId, kind: 'price_drop' }),
    ),
    10,
  )
  expect(tally(results)).toEqual({ done: 100, invalid_input: 1 })
  for (const [{ ctx }, expected] of [
    [one, 1],
    [many, 100],
  ] as const) {
    const { result, statements } = await recordStatements(() => listMySubscriptions(ctx))
    expect([result.data.length, statements.length]).toEqual([expected, 1])
  }
  const wish = { variant_id: await soldOut(), kind: 'back_in_stock', email: newAddress() } as const
  expect((await recordStatements(() => subscribe(guest(), wish))).statements).toHaveLength(5)
})
