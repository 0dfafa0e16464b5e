import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { cartReminders } from '@/db/schema/cart'
import { products } from '@/db/schema/catalog'
import { users } from '@/db/schema/customers'
import { emailSuppressions, emails } from '@/db/schema/emails'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CartId, type CategoryId, newId } from '@/lib/core/ids'
import { allocateStock } from '@/lib/inventory/allocate-stock'
import { receiveMoney } from '@/lib/orders/testing'
import { deliverEmails } from '@/lib/platform/email/deliver-emails'
import { testSender } from '@/lib/platform/email/testing/sender'
import { mergeCart } from './merge-cart'
import { remindLeftCarts } from './remind-left-carts'
import { noteRecoveredOrder, withdrawReminders } from './reminder-outcome'
import { removeItem } from './remove-item'
import { findLeftCart, restoreCart } from './restore-cart'
import { saveContact } from './save-contact'
import { viewCart } from './view-cart'

const shop = systemCtx('test')
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
beforeEach(async () => {
  for (const table of [emails, emailSuppressions]) await database().delete(table)
  await database().execute(sql`delete from carts where completed_at is null`)
})

type Left = { ctx: Ctx; product: WorldProduct; email: string; cartId: CartId }

/** A cart with two of a thing for 20.00, whose owner agreed to our mails and left. */
async function leave(ctx: Ctx = guest(), { consent = true, hoursAgo = 2, address = `${newId()}@example.com` } = {}): Promise<Left> {
  const product = await makeProduct(categoryId, { stock: 5, priceMinor: 2000 })
  await fillCart(ctx, [{ variantId: product.variantId, quantity: 2 }])
  const { id } = await saveContact(ctx, { email: address, marketing_consent: consent })
  if (!id) throw new Error('There is no cart')
  await age(id, hoursAgo)
  return { ctx, product, email: address, cartId: id }
}

/** So long ago somebody touched the cart, and was reminded of it, less by as many hours. */
const age = (cartId: CartId, hours: number) =>
  database().execute(sql`update carts set updated_at = now() - make_interval(secs => ${hours}::float8 * 3600) where id = ${cartId}`)
const passHours = async (cartId: CartId, hours: number) => {
  await database().execute(sql`update carts set updated_at = updated_at - make_interval(hours => ${hours}::int) where id = ${cartId}`)
  await database().execute(sql`update cart_reminders set created_at = created_at - make_interval(hours => ${hours}::int) where cart_id = ${cartId}`)
}
const mails = async () => (await database().select().from(emails).orderBy(emails.id)).map(({ to, props }) => ({ to, props }))
const aboutCarts = async () => (await findViolations(database())).filter(({ check_name }) => check_name.includes('cart'))
const linkOf = async () => String((await mails()).at(-1)?.props.cart_path).split('t=')[1] ?? ''

test('a cart is reminded of after an hour, a day and three days, each once, whoever looks and however often', async () => {
  const { cartId, email } = await leave(guest(), { hoursAgo: 0.9 })
  expect(await remindLeftCarts(shop)).toBe(0)
  const turns: number[] = []
  for (const hours of [1, 3, 20, 1, 40, 10, 50, 100]) {
    await passHours(cartId, hours)
    const sent = await Promise.all(Array.from({ length: 4 }, () => remindLeftCarts(shop)))
    turns.push(sent.reduce((sum, count) => sum + count, 0))
  }
  expect(turns).toEqual([1, 0, 1, 0, 0, 1, 0, 0])
  expect((await mails()).map(({ to, props }) => [to, props.is_last])).toEqual([
    [email, false],
    [email, false],
    [email, true],
  ])
})

test('after a day without power the latest one is sent, not all of them', async () => {
  const { cartId } = await leave(guest(), { hoursAgo: 80 })
  expect([await remindLeftCarts(shop), await remindLeftCarts(shop)]).toEqual([1, 0])
  expect(await database().select().from(cartReminders).where(eq(cartReminders.cartId, cartId))).toMatchObject([{ stage: 3 }])
})

test('the mail shows what can be bought now at the prices of now', async () => {
  const { product, ctx } = await leave()
  const other = await makeProduct(categoryId, { stock: 3 })
  await fillCart(ctx, [{ variantId: other.variantId, quantity: 1 }])
  await database().execute(sql`update carts set updated_at = now() - interval '2 hours' where completed_at is null`)
  await database().update(products).set({ priceMinor: 1500 }).where(eq(products.id, product.id))
  await transaction((tx) => allocateStock(tx, { productId: product.id, quantity: 4, actor: 'system:test' }))
  await database().update(products).set({ isActive: false }).where(eq(products.id, other.id))
  await remindLeftCarts(shop)
  expect((await mails())[0]?.props).toMatchObject({ lines: [{ quantity: 1, line_total: { amount: 1500 } }], subtotal: { amount: 1500 } })
})

test('nobody is reminded without their agreement, nor when they were shut out, bounced, or bought in another cart since', async () => {
  await leave(guest(), { consent: false })
  const shutOut = await makeUser()
  await leave(signedIn(shutOut))
  await database().update(users).set({ bannedAt: new Date() }).where(eq(users.id, shutOut))
  const bounced = await leave()
  await database().insert(emailSuppressions).values({ id: newId(), email: bounced.email.toUpperCase(), scope: 'all', reason: 'bounced' })
  const buyer = await leave()
  const elsewhere = guest()
  const { variantId } = await makeProduct(categoryId)
  await placeOrder(elsewhere, orderFor(await fillCart(elsewhere, [{ variantId, quantity: 1 }]), { email: buyer.email.toUpperCase() }))
  expect(await remindLeftCarts(shop)).toBe(0)
})

test('a cart that was touched after its first reminder waits anew, and is not sent the first one again', async () => {
  const { cartId } = await leave()
  await remindLeftCarts(shop)
  await age(cartId, 2)
  await database().execute(sql`update cart_reminders set created_at = now() - interval '30 hours' where cart_id = ${cartId}`)
  expect(await remindLeftCarts(shop)).toBe(0)
  await age(cartId, 25)
  expect(await remindLeftCarts(shop)).toBe(1)
})

test('a reminder that waits for the mail server is not sent once its reader has ordered', async () => {
  const { ctx, email } = await leave()
  await remindLeftCarts(shop)
  const order = await placeOrder(ctx, orderFor(await viewCart(ctx), { email }))
  expect([await withdrawReminders(shop, { orderId: order.id }), await withdrawReminders(shop, { orderId: order.id })]).toEqual([1, 0])
  expect(await deliverEmails(async () => testSender)).toBe(0)
})

test('a reminder that waits for the mail server is not sent once its cart was emptied, or ordered under another address', async () => {
  const [emptied, ordered] = [await leave(), await leave()]
  expect(await remindLeftCarts(shop)).toBe(2)
  const [line] = (await viewCart(emptied.ctx)).lines
  await removeItem(emptied.ctx, { id: line?.id ?? newId() })
  const order = await placeOrder(ordered.ctx, orderFor(await viewCart(ordered.ctx), { email: 'another@example.com' }))
  expect(await withdrawReminders(shop, { orderId: order.id })).toBe(1)
  expect(await deliverEmails(async () => testSender)).toBe(0)
})

test('the link shows the cart and puts it into the one of whoever reads the mail, once, however often it is clicked', async () => {
  const { product, email, cartId } = await leave()
  await remindLeftCarts(shop)
  const token = await linkOf()
  const phone = guest()
  expect(await findLeftCart(phone, token)).toMatchObject({ isMine: false, lines: [{ quantity: 2 }] })
  expect(await viewCart(phone)).toMatchObject({ id: null })
  for (let click = 0; click < 3; click++)
    expect(await restoreCart(phone, { token })).toMatchObject({ count: 2, email, totals: { subtotal: { amount: 4000 } } })
  const mine = await viewCart(phone)
  expect(mine.lines).toMatchObject([{ product_id: product.id, quantity: 2 }])
  // Neither cart is reminded of the same things again; the first is where it was.
  await passHours(cartId, 30)
  if (mine.id) await age(mine.id, 2)
  expect(await remindLeftCarts(shop)).toBe(0)
  expect(await aboutCarts()).toEqual([])
})

test('restoring keeps what the reader has, takes what is left, and changes nothing when it is their own cart', async () => {
  const { ctx, product } = await leave()
  await remindLeftCarts(shop)
  const token = await linkOf()
  expect(await findLeftCart(ctx, token)).toMatchObject({ isMine: true })
  expect((await restoreCart(ctx, { token })).count).toBe(2)
  const other = await makeProduct(categoryId)
  const reader = guest()
  await fillCart(reader, [{ variantId: other.variantId, quantity: 3 }])
  await saveContact(reader, { email: 'mine@example.com', marketing_consent: false })
  await transaction((tx) => allocateStock(tx, { productId: product.id, quantity: 4, actor: 'system:test' }))
  expect(await restoreCart(reader, { token })).toMatchObject({ count: 4, email: 'mine@example.com', lines: [{ quantity: 3 }, { quantity: 1 }] })
  expect(await aboutCarts()).toEqual([])
})

test('a link that is made up, or whose cart was ordered, restores nothing', async () => {
  const { ctx, email } = await leave()
  await remindLeftCarts(shop)
  const token = await linkOf()
  for (const wrong of [`${token.slice(0, -1)}_`, token.split('.')[0] ?? '', `${newId()}.${token.split('.')[1]}`, '']) {
    expect([await findLeftCart(guest(), wrong), (await refusalOf(restoreCart(guest(), { token: wrong }))).code]).toEqual([null, 'not_found'])
  }
  await placeOrder(ctx, orderFor(await viewCart(ctx), { email }))
  expect([await findLeftCart(guest(), token), (await refusalOf(restoreCart(guest(), { token }))).code]).toEqual([null, 'not_found'])
})

test('at sign-in the guest’s reminders move along: their links go on working, and none is sent again', async () => {
  const address = `${newId()}@example.com`
  const { ctx } = await leave(guest(), { address })
  await remindLeftCarts(shop)
  const token = await linkOf()
  const userId = await makeUser()
  await database().execute(sql`update users set email = ${address} where id = ${userId}`)
  await transaction((tx) => mergeCart(tx, ctx.actor.kind === 'guest' ? (ctx.actor.sessionKey ?? '') : '', userId))
  expect(await findLeftCart(signedIn(userId), token)).toMatchObject({ isMine: true, lines: [{ quantity: 2 }] })
  await database().execute(sql`update carts set updated_at = now() - interval '3 hours' where user_id = ${userId}`)
  expect(await remindLeftCarts(shop)).toBe(0)
})

test('a paid order is noted with the last reminder before it, also when it was restored on another device, and counts once', async () => {
  const { product } = await leave()
  await remindLeftCarts(shop)
  const phone = guest()
  const cart = await restoreCart(phone, { token: await linkOf() })
  const order = await placeOrder(phone, orderFor(cart))
  await receiveMoney(order)
  const noted = await Promise.all(Array.from({ length: 3 }, () => noteRecoveredOrder(shop, { orderId: order.id })))
  expect(noted.filter(Boolean)).toHaveLength(1)
  expect(await database().select().from(cartReminders).where(eq(cartReminders.recoveredOrderId, order.id))).toMatchObject([{ stage: 1 }])
  const stranger = guest()
  const other = await placeOrder(stranger, orderFor(await fillCart(stranger, [{ variantId: product.variantId, quantity: 1 }])))
  expect(await noteRecoveredOrder(shop, { orderId: other.id })).toBe(false)
})
