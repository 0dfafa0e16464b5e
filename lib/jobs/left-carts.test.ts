import '@/local/inngest/testing/job-keys'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { cartReminders, carts } from '@/db/schema/cart'
import { coupons } from '@/db/schema/coupons'
import { emails } from '@/db/schema/emails'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { changeItem } from '@/lib/cart/change-item'
import { mergeCart } from '@/lib/cart/merge-cart'
import { saveContact } from '@/lib/cart/save-contact'
import { viewCart } from '@/lib/cart/view-cart'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CartId, type CategoryId, newId } from '@/lib/core/ids'
import { makeAccount, nextRequest, PASSWORD } from '@/lib/customers/testing'
import { allocateStock } from '@/lib/inventory/allocate-stock'
import { requireUser } from '@/lib/platform/auth/can'
import { stopPath } from '@/lib/platform/email/stop-links'
import { eraseMyAccount } from '@/lib/privacy/erase-my-account'
import { unsubscribe } from '@/lib/subscriptions/unsubscribe'
import type { JobsWorld } from '@/local/inngest/testing/jobs-world'
import { startShopJobs } from '@/local/inngest/testing/shop-jobs'

vi.hoisted(() => {
  process.env.CART_REMINDER_COUPON_PERCENT = '10'
})

/* The eight ways in which a left cart must not be written about, through Inngest's protocol, by a clock that the test moves. */

let categoryId: CategoryId
let world: JobsWorld
beforeAll(async () => {
  categoryId = await makeCategory()
  await database().execute(sql`delete from carts where completed_at is null`)
  world = await startShopJobs('remind-left-carts')
})
afterAll(() => world.stop())

type Left = { ctx: Ctx; product: WorldProduct; email: string; cartId: CartId }

/** Somebody puts a thing into a cart, says who they are, and leaves. */
const leave = async (): Promise<Left> => leaveAs(guest(), `${newId()}@example.com`)

async function leaveAs(ctx: Ctx, email: string): Promise<Left> {
  const product = await makeProduct(categoryId, { stock: 5, priceMinor: 2000 })
  await fillCart(ctx, [{ variantId: product.variantId, quantity: 2 }])
  const { id } = await saveContact(ctx, { email, marketing_consent: true })
  if (!id) throw new Error('There is no cart')
  return { ctx, product, email, cartId: id }
}

/** In each of these ways somebody has a cart that was left, and what happens to it then. */
const ways: Record<string, () => Promise<Left>> = {
  'nothing happened': leave,
  'was ordered': () => leftAnd(({ ctx, email }) => viewCart(ctx).then((cart) => placeOrder(ctx, orderFor(cart, { email })))),
  'was emptied': () =>
    leftAnd(async ({ ctx }) => {
      const [line] = (await viewCart(ctx)).lines
      if (line) await changeItem(ctx, { id: line.id, quantity: 0 })
    }),
  'is of somebody who unsubscribed': () =>
    leftAnd(({ email }) => unsubscribe(systemCtx('test'), { token: stopPath({ email, kind: 'abandoned_cart' }).split('t=')[1] ?? '' })),
  'has no address': () => leftAnd(({ cartId }) => database().update(carts).set({ email: null }).where(eq(carts.id, cartId))),
  'was reminded of already': () => leftAnd(({ cartId }) => database().insert(cartReminders).values({ id: newId(), cartId, stage: 1 })),
  'is sold out': () => leftAnd(({ product }) => transaction((tx) => allocateStock(tx, { productId: product.id, quantity: 5, actor: 'system:test' }))),
  'was merged into another': () =>
    leftAnd(async ({ ctx }) => {
      const sessionKey = ctx.actor.kind === 'guest' ? (ctx.actor.sessionKey ?? '') : ''
      const owner = signedIn(await makeUser())
      await leaveAs(owner, `${newId()}@example.com`)
      await transaction((tx) => mergeCart(tx, sessionKey, requireUser(owner)))
    }),
  'is of somebody who was erased': async () => {
    const { email, token } = await makeAccount()
    const left = await leaveAs(await nextRequest(token), email)
    await eraseMyAccount(left.ctx, { current_password: PASSWORD, confirmation: 'ERASE' })
    return left
  },
}

async function leftAnd(happens: (left: Left) => Promise<unknown>): Promise<Left> {
  const left = await leave()
  await happens(left)
  return left
}

test('of carts that were left only the one is reminded of that nothing has happened to, after an hour, once', async () => {
  const names = new Map<string, string>()
  for (const [name, make] of Object.entries(ways)) names.set((await make()).email, name)
  const reminded = async () =>
    (await database().select().from(emails).where(eq(emails.kind, 'abandoned_cart'))).flatMap(({ to }) => names.get(to) ?? []).sort()
  await world.jump(new Date(world.now().getTime() + 50 * 60_000))
  await world.advance('5m')
  expect(await reminded()).toEqual([])
  await world.advance('10m')
  expect(await reminded()).toEqual(['nothing happened'])
  await world.jump(new Date(world.now().getTime() + 20 * 3_600_000))
  await world.advance('10m')
  expect(await reminded()).toEqual(['nothing happened'])
  await world.jump(new Date(world.now().getTime() + 3 * 3_600_000))
  await world.advance('10m')
  // What was sent for the first hour holds back that one, not the one after a day.
  expect(await reminded()).toEqual(['nothing happened', 'nothing happened', 'was reminded of already'])
  const withCode = async () =>
    (await database().select().from(emails).where(eq(emails.kind, 'abandoned_cart'))).flatMap(({ to, props }) =>
      props.coupon ? (names.get(to) ?? []) : [],
    )
  expect(await withCode()).toEqual([])
  await world.jump(new Date(world.now().getTime() + 49 * 3_600_000))
  await world.advance('10m')
  // The third one is the last, and carries a code.
  expect((await withCode()).sort()).toEqual(['nothing happened', 'was reminded of already'])
  expect(await database().$count(coupons)).toBe(await database().$count(cartReminders, eq(cartReminders.stage, 3)))
})
