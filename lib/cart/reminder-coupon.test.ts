import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { coupons } from '@/db/schema/coupons'
import { emails } from '@/db/schema/emails'
import { refusalOf } from '@/db/testing/refusals'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CategoryId, newId } from '@/lib/core/ids'
import { renderEmail } from '@/lib/platform/email/render-email'
import { testSender } from '@/lib/platform/email/testing/sender'
import { applyCoupon } from './apply-coupon'
import type { GivenCoupon } from './give-coupon'
import { remindLeftCarts } from './remind-left-carts'
import { removeCoupon } from './remove-coupon'
import { findLeftCart, restoreCart } from './restore-cart'
import { saveContact } from './save-contact'
import { viewCart } from './view-cart'

vi.hoisted(() => {
  process.env.CART_REMINDER_COUPON_PERCENT = '15'
  process.env.CART_REMINDER_COUPON_DAYS = '3'
})

const shop = systemCtx('test')
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})
beforeEach(async () => {
  await database().delete(emails)
  await database().execute(sql`delete from carts where completed_at is null`)
})

/** A cart with two of a thing for 20.00 that was left so many hours ago. */
async function leave(hoursAgo: number, ctx: Ctx = guest()): Promise<Ctx> {
  const { variantId } = await makeProduct(categoryId, { stock: 9, priceMinor: 2000 })
  await fillCart(ctx, [{ variantId, quantity: 2 }])
  const { id } = await saveContact(ctx, { email: `${newId()}@example.com`, marketing_consent: true })
  await database().execute(sql`update carts set updated_at = now() - make_interval(hours => ${hoursAgo}::int) where id = ${id}`)
  return ctx
}

const mails = () => database().select().from(emails).orderBy(emails.id)
const tokenOf = (props: Record<string, unknown> | undefined) => String(props?.cart_path).split('t=')[1] ?? ''

async function lastMail(): Promise<{ coupon: GivenCoupon; token: string }> {
  const props = (await mails()).at(-1)?.props
  return { coupon: props?.coupon as GivenCoupon, token: tokenOf(props) }
}

test('only the last reminder carries a code, one however many look at once, and its mail says what it takes off and until when', async () => {
  await leave(25)
  await remindLeftCarts(shop)
  expect((await mails()).map(({ props }) => props.coupon)).toEqual([undefined])
  await database().delete(emails)
  await leave(80)
  await Promise.all(Array.from({ length: 4 }, () => remindLeftCarts(shop)))
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  const { coupon } = await lastMail()
  expect(coupon).toEqual({ code: expect.stringMatching(/^COMEBACK-[0-9A-Z]{5}-[0-9A-Z]{5}$/), percent: 15, last_day: expect.any(String) })
  expect(await database().select().from(coupons)).toMatchObject([{ code: coupon.code, ratePpm: 150_000, maxUses: 1, uses: 0 }])
  // The shop's calendar: to the end of the third day from today.
  const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at)
  expect(dayOf(new Date(coupon.last_day))).toBe(dayOf(new Date(Date.now() + 3 * 86_400_000)))
  expect(dayOf(new Date(Date.parse(coupon.last_day) + 1000))).not.toBe(dayOf(new Date(coupon.last_day)))
  const { subject, text, html } = await renderEmail('abandoned_cart', mail?.props, { ...testSender, timeZone: 'America/New_York' })
  const lastDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'America/New_York' }).format(new Date(coupon.last_day))
  expect(subject).toBe('15% off the cart you left')
  for (const part of [text, html]) for (const words of [coupon.code, '15%', lastDay]) expect(part).toContain(words)
})

test('its link brings the code along to any device, and into the cart that was left, when the button is pressed and not before', async () => {
  const owner = await leave(80)
  await remindLeftCarts(shop)
  const { coupon, token } = await lastMail()
  const phone = guest()
  expect(await findLeftCart(phone, token)).toMatchObject({ isMine: false, coupon: { code: coupon.code, percent: 15 } })
  expect(await findLeftCart(owner, token)).toMatchObject({ isMine: false })
  expect((await viewCart(owner)).coupon).toBeNull()
  for (const ctx of [phone, owner]) {
    const cart = await restoreCart(ctx, { token })
    expect(cart).toMatchObject({ count: 2, coupon: { code: coupon.code, is_valid: true }, totals: { discount: { amount: 600 } } })
    expect(await restoreCart(ctx, { token })).toMatchObject({ version: ctx === owner ? cart.version : cart.version + 1, count: 2 })
  }
  expect(await findLeftCart(owner, token)).toMatchObject({ isMine: true })
  await removeCoupon(owner)
  expect(await findLeftCart(owner, token)).toMatchObject({ isMine: false })
  expect((await placeOrder(phone, orderFor(await viewCart(phone)))).totals.discount.amount).toBe(600)
  // Used once, by whoever came first; the link still brings the goods.
  expect(await findLeftCart(owner, token)).toMatchObject({ coupon: null, isMine: true })
  expect(await restoreCart(guest(), { token })).toMatchObject({ count: 2, coupon: null })
  expect((await refusalOf(applyCoupon(owner, { code: coupon.code }))).code).toBe('invalid_input')
  expect(await findViolations(database())).toEqual([])
})

test('a reader’s own code stays when the mail’s is over, and gives way to it while it works', async () => {
  await leave(80)
  await remindLeftCarts(shop)
  const { coupon, token } = await lastMail()
  await leave(80)
  await remindLeftCarts(shop)
  const other = await lastMail()
  const reader = guest()
  await restoreCart(reader, { token: other.token })
  expect((await restoreCart(reader, { token })).coupon?.code).toBe(coupon.code)
  await restoreCart(reader, { token: other.token })
  await database().update(coupons).set({ expiresAt: new Date() }).where(eq(coupons.code, coupon.code))
  expect((await restoreCart(reader, { token })).coupon?.code).toBe(other.coupon.code)
})
