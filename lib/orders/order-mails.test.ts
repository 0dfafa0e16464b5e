import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { mailed } from '@/db/testing/mailed'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CategoryId, newId, type OrderItemId } from '@/lib/core/ids'
import { savePreferences } from '@/lib/notifications/preferences'
import { cancelOrder } from './cancel-order'
import { confirmPaidOrder, confirmUnpaidOrder } from './confirm-order'
import { deliverOrder, shipOrder } from './fulfil-order'
import { lockOrderByNumber } from './lock-order'
import { mailCancelledOrder, mailDeliveredOrder, mailExpiredOrder, mailRefundedOrder, mailShippedOrder } from './mail-order'
import type { OrderView } from './schemas'
import { sendParcel } from './send-parcel'
import { receiveMoney } from './testing'

const shop = systemCtx('test')
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

/** An order for two of a thing that costs 20.00, by somebody with an address of their own. */
async function order(ctx: Ctx = guest()) {
  const { variantId } = await makeProduct(categoryId, { priceMinor: 2000, stock: 5 })
  const cart = await fillCart(ctx, [{ variantId, quantity: 2 }])
  return placeOrder(ctx, orderFor(cart, { email: `${newId()}@example.com` }))
}
const atOnce = (count: number, act: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, act))
const refOf = ({ number }: OrderView) => ({ orderNumber: number })
const kindsTo = async ({ email }: OrderView) => (await mailed(email)).map(({ kind }) => kind)

test('who pays is sent one mail that confirms the order, says what was paid and opens it from any device, however often it is asked for', async () => {
  const placed = await order()
  await receiveMoney(placed)
  await atOnce(5, () => confirmPaidOrder(shop, refOf(placed)))
  const mails = await mailed(placed.email)
  expect(mails).toMatchObject([
    {
      kind: 'order_confirmation',
      props: { path: `/orders/${placed.number}?t=${placed.access_token}`, paid: placed.totals.total, lines: [{ quantity: 2 }] },
    },
  ])
})

test('who has not paid after a while is told so once, with the time that is left; the payment is then confirmed in a mail of its own', async () => {
  const placed = await order()
  expect(await confirmUnpaidOrder(shop, refOf(placed))).toBe('confirmed')
  expect(await mailed(placed.email)).toMatchObject([{ kind: 'order_confirmation', props: { pay_until: placed.reserved_until } }])
  await receiveMoney(placed)
  await atOnce(3, () => confirmPaidOrder(shop, refOf(placed)))
  expect(await confirmUnpaidOrder(shop, refOf(placed))).toBeNull()
  expect(await kindsTo(placed)).toEqual(['order_confirmation', 'payment_received'])
})

test('while a payment is being written, the mail that it is missing waits, and then says nothing', async () => {
  const placed = await order()
  const paying = transaction(async (tx) => {
    await lockOrderByNumber(tx, placed.number)
    await sleep(400)
    await tx.execute(sql`update orders set status = 'paid', payment_status = 'paid' where id = ${placed.id}`)
  })
  await sleep(100)
  expect(await confirmUnpaidOrder(shop, refOf(placed))).toBeNull()
  await paying
  expect(await confirmPaidOrder(shop, refOf(placed))).toBe('confirmed')
  expect(await kindsTo(placed)).toEqual(['order_confirmation'])
})

test('a parcel that leaves and one that arrives are told once each, except to people who want no such mails', async () => {
  const [told, untold] = [await order(signedIn(await makeUser())), await order()]
  const quietUser = signedIn(await makeUser())
  await savePreferences(quietUser, { preferences: [{ kind: 'order', channel: 'email', is_on: false }] })
  const quiet = await order(quietUser)
  for (const placed of [told, untold, quiet]) {
    await receiveMoney(placed)
    await shipOrder(shop, placed)
    await atOnce(2, () => mailShippedOrder(shop, refOf(placed)))
    await deliverOrder(shop, placed)
    await atOnce(2, () => mailDeliveredOrder(shop, refOf(placed)))
  }
  expect(await kindsTo(told)).toEqual(['order_shipped', 'order_delivered'])
  expect(await kindsTo(untold)).toEqual(['order_shipped', 'order_delivered'])
  expect(await kindsTo(quiet)).toEqual([])
})

test('an order in two parcels is told in two mails, each with what is in it', async () => {
  const placed = await order()
  await receiveMoney(placed)
  const [line] = placed.lines
  const lines = [{ order_item_id: line?.id as OrderItemId, quantity: 1 }]
  const { fulfilment_id } = await sendParcel(shop, { number: placed.number, lines, carrier: 'UPS', tracking_number: '1Z' })
  await atOnce(2, () => mailShippedOrder(shop, { ...refOf(placed), fulfilmentId: fulfilment_id }))
  await shipOrder(shop, placed)
  await atOnce(2, () => mailShippedOrder(shop, refOf(placed)))
  expect(await mailed(placed.email)).toMatchObject([
    { kind: 'order_shipped', props: { is_part: true, carrier: 'UPS', tracking_number: '1Z', lines: [{ quantity: 1 }] } },
    { kind: 'order_shipped', props: { is_part: false, lines: [{ quantity: 1 }] } },
  ])
})

test('a cancelled order says what goes back, or that nothing was charged', async () => {
  const [unpaid, paid] = [await order(), await order()]
  await receiveMoney(paid)
  for (const placed of [unpaid, paid]) {
    await cancelOrder(guest(), { number: placed.number, token: placed.access_token })
    await atOnce(2, () => mailCancelledOrder(shop, refOf(placed)))
  }
  expect(await mailed(unpaid.email)).toMatchObject([{ kind: 'order_cancelled', props: { refund: null } }])
  expect(await mailed(paid.email)).toMatchObject([{ kind: 'order_cancelled', props: { refund: paid.totals.total } }])
})

test('an order that was not paid in time is told so, unless it was paid after all', async () => {
  const [late, saved] = [await order(), await order()]
  await database().execute(sql`update orders set status = 'expired' where id = ${late.id}`)
  for (const placed of [late, saved]) await mailExpiredOrder(shop, refOf(placed))
  expect([await kindsTo(late), await kindsTo(saved)]).toEqual([['order_expired'], []])
})

test('each part of a refund is told with its own amount, and the same one never twice', async () => {
  const placed = await order()
  await receiveMoney(placed)
  const refunded = (amount: number) => database().execute(sql`update payments set refunded_minor = ${amount} where order_id = ${placed.id}`)
  await mailRefundedOrder(shop, { orderId: placed.id })
  await refunded(1000)
  await atOnce(3, () => mailRefundedOrder(shop, { orderId: placed.id }))
  await refunded(2500)
  await mailRefundedOrder(shop, { orderId: placed.id })
  expect((await mailed(placed.email)).map(({ props }) => props.amount)).toEqual([
    { amount: 1000, currency: 'USD' },
    { amount: 1500, currency: 'USD' },
  ])
})

test('nobody is written to whose data was erased', async () => {
  const placed = await order()
  await receiveMoney(placed)
  await database().execute(sql`update orders set email = ${`${newId()}@erased.invalid`} where id = ${placed.id}`)
  await confirmPaidOrder(shop, refOf(placed))
  await mailShippedOrder(shop, refOf(placed))
  const [row] = await database().execute<{ count: number }>(sql`select count(*)::int as count from emails where order_id = ${placed.id}`)
  expect(row?.count).toBe(0)
})
