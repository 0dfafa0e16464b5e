import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { staffedShop, times } from '@/db/testing/staffed-shop'
import { signedIn, withKey } from '@/db/testing/visitors'
import { readAudit } from '@/lib/audit/read-audit'
import { ListAudit } from '@/lib/audit/schemas'
import { buy } from '@/lib/checkout/testing'
import { TaskId } from '@/lib/core/ids'
import { findTask } from '@/lib/tasks/require-task'
import { runTasks } from '@/lib/tasks/run-tasks'
import { cancelAsStaff } from './cancel-as-staff'
import { cancelOrder } from './cancel-order'
import { requireStaffOrder } from './find-staff-order'
import { deliverOrder } from './fulfil-order'
import { mailShippedOrder } from './mail-order'
import { SEND_ORDERS, sendAllOrders } from './send-all-orders'
import { sendOrders } from './send-orders'
import { sendParcel } from './send-parcel'
import { SendOrders } from './staff-schemas'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const { shop, paidOrder } = staffedShop(receive)

test('an order goes in two parcels; with its last unit it is shipped, and then it is delivered', async () => {
  const { number, first, second } = await paidOrder()
  const part = { number, lines: [{ order_item_id: first, quantity: 1 }], carrier: 'UPS', tracking_number: '1Z' }
  expect(await sendParcel(shop.boss, part)).toMatchObject({ status: 'paid', fulfillment_status: 'partial' })
  expect((await refusalOf(cancelOrder(signedIn(shop.boughtBy), { number }))).code).toBe('not_cancellable')
  expect((await refusalOf(cancelAsStaff(shop.boss, { number }))).code).toBe('not_cancellable')
  const tooMany = {
    number,
    lines: [
      { order_item_id: first, quantity: 2 },
      { order_item_id: second, quantity: 3 },
    ],
  }
  expect((await refusalOf(sendParcel(shop.boss, tooMany))).options.errors).toEqual([
    { pointer: '/lines/0/quantity', detail: 'Only 1 is left to send.' },
  ])
  expect(await sendParcel(shop.boss, { number })).toMatchObject({ status: 'shipped', fulfillment_status: 'fulfilled' })
  expect((await refusalOf(sendParcel(shop.boss, { number }))).code).toBe('conflict')
  const { result: order, statements } = await recordStatements(() => requireStaffOrder(shop.boss, { number }))
  expect(statements).toHaveLength(2)
  expect(order.fulfilments.map(({ carrier, lines }) => [carrier, lines.map(({ quantity }) => quantity)])).toEqual([
    ['UPS', [1]],
    ['', [1, 3]],
  ])
  await deliverOrder(shop.boss, { number })
  const { data } = await readAudit(shop.boss, ListAudit.parse({ subject_type: 'order', subject_id: order.id }))
  expect(data.map(({ action }) => action)).toEqual(['order.delivered', 'order.parcel_sent', 'order.parcel_sent'])
})

test('each parcel is told by mail, with what is in it and how the carrier knows it', async () => {
  const { id, number, first } = await paidOrder()
  const part = await sendParcel(shop.boss, { number, lines: [{ order_item_id: first, quantity: 1 }], carrier: 'UPS', tracking_number: '1Z' })
  await mailShippedOrder(shop.boss, { orderNumber: number, fulfilmentId: part.fulfilment_id })
  await sendParcel(shop.boss, { number })
  for (let time = 0; time < 2; time++) await mailShippedOrder(shop.boss, { orderNumber: number })
  const mails = await database().execute<{ props: { tracking_number?: string; lines: { quantity: number }[] } }>(sql`
    select props from emails where order_id = ${id} and kind = 'order_shipped' order by id`)
  expect(mails.map(({ props }) => [props.tracking_number, props.lines.map(({ quantity }) => quantity)])).toEqual([
    ['1Z', [1]],
    [undefined, [1, 3]],
  ])
})

test('of ten parcels at once with all that is left one leaves, and a repeated key sends once', async () => {
  const { number, first } = await paidOrder()
  const key = withKey(shop.boss)
  const lines = [{ order_item_id: first, quantity: 1 }]
  const [one, again] = [await sendParcel(key, { number, lines }), await sendParcel(key, { number, lines })]
  expect(again).toEqual(one)
  expect(tally(await inParallel(times(10, () => sendParcel(shop.boss, { number }))))).toEqual({ done: 1, conflict: 9 })
})

test('many orders are sent at once, and what cannot go is named', async () => {
  const [one, two] = [await paidOrder(), await buy(signedIn(shop.boughtBy), [{ variantId: shop.products[0].variantId, quantity: 1 }])]
  const result = await sendOrders(shop.boss, SendOrders.parse({ numbers: [one.number, two.number, 'HS-none'] }))
  expect(result).toMatchObject({ done: 1, refused: [{ label: two.number }, { label: 'HS-none' }] })
})

test('of all that match those that are paid go, many of them as long work; a dry run says which', async () => {
  const paid = [await paidOrder(), await paidOrder(), await paidOrder()]
  const { number: unpaid } = await buy(signedIn(shop.boughtBy), [{ variantId: shop.products[0].variantId, quantity: 1 }])
  const send = (more: Record<string, unknown> = {}, filters: Record<string, unknown> = {}) =>
    sendOrders(shop.boss, SendOrders.parse({ filters: { customer: shop.boughtBy, ...filters }, ...more }), 2)
  const waiting = (await send({ dry_run: true })).waiting
  expect(waiting).toBeGreaterThanOrEqual(3)
  expect(await send({ dry_run: true }, { status: 'pending' })).toMatchObject({ waiting: 0, sample: [] })
  expect((await refusalOf(send({}, { status: 'shipped' }))).code).toBe('invalid_input')
  const { task, done } = await send()
  expect([done, (await send()).task]).toEqual([0, task])
  await runTasks({ [SEND_ORDERS]: sendAllOrders })
  expect(await findTask(shop.boss, { id: TaskId.parse(task) })).toMatchObject({ status: 'done', result: { changed: waiting, left: 0 } })
  for (const { number } of paid) expect((await requireStaffOrder(shop.boss, { number })).status).toBe('shipped')
  expect((await requireStaffOrder(shop.boss, { number: unpaid })).status).toBe('pending')
})
