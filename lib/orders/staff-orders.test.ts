import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { inventoryLevels } from '@/db/schema/inventory'
import { recordStatements } from '@/db/statements'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { testBank } from '@/db/testing/test-bank'
import { signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProducts, makeUser, type WorldProduct } from '@/db/testing/world'
import { readAudit } from '@/lib/audit/read-audit'
import { ListAudit, UndoChange } from '@/lib/audit/schemas'
import { correctAddress } from '@/lib/checkout/correct-address'
import { buy } from '@/lib/checkout/testing'
import type { Ctx } from '@/lib/core/context'
import { formatMoney } from '@/lib/core/format-money'
import { newId, OrderItemId, ReturnId, TaskId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { payOrder } from '@/lib/payments/pay-order'
import { refundOrder } from '@/lib/payments/refund-order'
import { refundReturn } from '@/lib/payments/refund-return'
import { decideReturn } from '@/lib/returns/decide-return'
import { receiveReturn } from '@/lib/returns/receive-return'
import { requestReturn } from '@/lib/returns/request-return'
import { findTask } from '@/lib/tasks/require-task'
import { runTasks } from '@/lib/tasks/run-tasks'
import { undoChange } from '@/lib/undo/undo-change'
import { cancelAsStaff } from './cancel-as-staff'
import { cancelOrder } from './cancel-order'
import { requireStaffOrder } from './find-staff-order'
import { deliverOrder } from './fulfil-order'
import { listAllOrders } from './list-all-orders'
import { mailShippedOrder } from './mail-order'
import { SEND_ORDERS, sendAllOrders } from './send-all-orders'
import { sendOrders } from './send-orders'
import { sendParcel } from './send-parcel'
import { ListAllOrders, SendOrders } from './staff-schemas'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const bank = testBank(receive)
let products: WorldProduct[]
let boss: Ctx
beforeAll(async () => {
  products = await makeProducts(await makeCategory(), [
    { stock: 1000, priceMinor: 1000 },
    { stock: 1000, priceMinor: 1000 },
  ])
  const bossId = await makeUser()
  await database().update(users).set({ role: 'admin' }).where(eq(users.id, bossId))
  boss = { ...signedIn(await makeUser()), actor: { kind: 'user', userId: bossId, role: 'admin' } }
})
afterEach(async () => {
  expect(await findViolations(database())).toEqual([])
})

const times = <T>(n: number, task: () => Promise<T>) => Array.from({ length: n }, () => task)

const clerk = (...permissions: StaffPermission[]): Ctx => ({ ...boss, actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions } })

/** Two of the first product and three of the second, paid with a card. */
async function paidOrder(shopper: Ctx = signedIn(boughtBy)) {
  const lines = products.map(({ variantId }, index) => ({ variantId, quantity: index + 2 }))
  const order = await buy(shopper, lines)
  await payOrder(withKey(shopper), { number: order.number, method: 'test_card', card: { number: '4242424242424242', expiry: '12/39', cvc: '123' } })
  const [first, second] = order.lines.map(({ id }) => OrderItemId.parse(id))
  if (!first || !second) throw new Error('An order of two lines was wanted')
  return { ...order, first, second }
}

let boughtBy: UserId
beforeAll(async () => {
  boughtBy = await makeUser()
})

const onHand = async ({ variantId }: WorldProduct) =>
  (await database().select().from(inventoryLevels).where(eq(inventoryLevels.variantId, variantId)))[0]?.onHand ?? 0

test('an order goes in two parcels; with its last unit it is shipped, and then it is delivered', async () => {
  const { number, first, second } = await paidOrder()
  const part = { number, lines: [{ order_item_id: first, quantity: 1 }], carrier: 'UPS', tracking_number: '1Z' }
  expect(await sendParcel(boss, part)).toMatchObject({ status: 'paid', fulfillment_status: 'partial' })
  expect((await refusalOf(cancelOrder(signedIn(boughtBy), { number }))).code).toBe('not_cancellable')
  expect((await refusalOf(cancelAsStaff(boss, { number }))).code).toBe('not_cancellable')
  const tooMany = {
    number,
    lines: [
      { order_item_id: first, quantity: 2 },
      { order_item_id: second, quantity: 3 },
    ],
  }
  expect((await refusalOf(sendParcel(boss, tooMany))).options.errors).toEqual([{ pointer: '/lines/0/quantity', detail: 'Only 1 are left to send.' }])
  expect(await sendParcel(boss, { number })).toMatchObject({ status: 'shipped', fulfillment_status: 'fulfilled' })
  expect((await refusalOf(sendParcel(boss, { number }))).code).toBe('conflict')
  const { result: order, statements } = await recordStatements(() => requireStaffOrder(boss, { number }))
  expect(statements).toHaveLength(2)
  expect(order.fulfilments.map(({ carrier, lines }) => [carrier, lines.map(({ quantity }) => quantity)])).toEqual([
    ['UPS', [1]],
    ['', [1, 3]],
  ])
  await deliverOrder(boss, { number })
  const { data } = await readAudit(boss, ListAudit.parse({ subject_type: 'order', subject_id: order.id }))
  expect(data.map(({ action }) => action)).toEqual(['order.delivered', 'order.parcel_sent', 'order.parcel_sent'])
})

test('each parcel is told by mail, with what is in it and how the carrier knows it', async () => {
  const { id, number, first } = await paidOrder()
  const part = await sendParcel(boss, { number, lines: [{ order_item_id: first, quantity: 1 }], carrier: 'UPS', tracking_number: '1Z' })
  await mailShippedOrder(boss, { orderNumber: number, fulfilmentId: part.fulfilment_id })
  await sendParcel(boss, { number })
  for (let time = 0; time < 2; time++) await mailShippedOrder(boss, { orderNumber: number })
  const mails = await database().execute<{ props: { tracking_number?: string; lines: { quantity: number }[] } }>(sql`
    select props from emails where order_id = ${id} and kind = 'order_shipped' order by id`)
  expect(mails.map(({ props }) => [props.tracking_number, props.lines.map(({ quantity }) => quantity)])).toEqual([
    ['1Z', [1]],
    [undefined, [1, 3]],
  ])
})

test('of ten parcels at once with all that is left one leaves, and a repeated key sends once', async () => {
  const { number, first } = await paidOrder()
  const key = withKey(boss)
  const lines = [{ order_item_id: first, quantity: 1 }]
  const [one, again] = [await sendParcel(key, { number, lines }), await sendParcel(key, { number, lines })]
  expect(again).toEqual(one)
  expect(tally(await inParallel(times(10, () => sendParcel(boss, { number }))))).toEqual({ done: 1, conflict: 9 })
})

test('many orders are sent at once, and what cannot go is named', async () => {
  const [one, two] = [await paidOrder(), await buy(signedIn(boughtBy), [{ variantId: products[0]?.variantId ?? newId(), quantity: 1 }])]
  const result = await sendOrders(boss, SendOrders.parse({ numbers: [one.number, two.number, 'HS-none'] }))
  expect(result).toMatchObject({ done: 1, refused: [{ label: two.number }, { label: 'HS-none' }] })
})

test('of all that match those that are paid go, many of them as long work; a dry run says which', async () => {
  const paid = [await paidOrder(), await paidOrder(), await paidOrder()]
  const { number: unpaid } = await buy(signedIn(boughtBy), [{ variantId: products[0]?.variantId ?? newId(), quantity: 1 }])
  const send = (more: Record<string, unknown> = {}, filters: Record<string, unknown> = {}) =>
    sendOrders(boss, SendOrders.parse({ filters: { customer: boughtBy, ...filters }, ...more }), 2)
  const waiting = (await send({ dry_run: true })).waiting
  expect(waiting).toBeGreaterThanOrEqual(3)
  expect(await send({ dry_run: true }, { status: 'pending' })).toMatchObject({ waiting: 0, sample: [] })
  expect((await refusalOf(send({}, { status: 'shipped' }))).code).toBe('invalid_input')
  const { task, done } = await send()
  expect([done, (await send()).task]).toEqual([0, task])
  await runTasks({ [SEND_ORDERS]: sendAllOrders })
  expect(await findTask(boss, { id: TaskId.parse(task) })).toMatchObject({ status: 'done', result: { changed: waiting, left: 0 } })
  for (const { number } of paid) expect((await requireStaffOrder(boss, { number })).status).toBe('shipped')
  expect((await requireStaffOrder(boss, { number: unpaid })).status).toBe('pending')
})

test('without the permission nothing is seen and nothing is done', async () => {
  const { number } = await paidOrder()
  const nobody = clerk()
  for (const refused of [
    () => listAllOrders(nobody, ListAllOrders.parse({})),
    () => requireStaffOrder(nobody, { number }),
    () => sendParcel(nobody, { number }),
    () => cancelAsStaff(clerk('orders.read', 'orders.fulfil', 'orders.refund'), { number }),
    () => refundOrder(clerk('orders.read', 'orders.fulfil', 'orders.cancel'), { number, amount: 1 }),
  ]) {
    expect((await refusalOf(refused())).code).toBe('forbidden')
  }
})

test('money goes back by amount and for lines, never more than was paid, once per key, and the units return to the shelf when wished', async () => {
  const { number, first, totals } = await paidOrder()
  const before = await onHand(products[0] as WorldProduct)
  const refund = { number, amount: 1100, lines: [{ order_item_id: first, quantity: 1 }], restock: true, reason: 'It was scratched.' }
  const key = withKey(boss)
  await refundOrder(key, refund)
  await refundOrder(key, refund)
  expect(await onHand(products[0] as WorldProduct)).toBe(before + 1)
  const order = await requireStaffOrder(boss, { number })
  expect(order).toMatchObject({ payment_status: 'partially_refunded', refunds: [{ status: 'sent', reason: 'It was scratched.' }] })
  expect(order.refundable.amount).toBe(totals.total.amount - 1100)
  const rest = order.refundable.amount
  expect((await refusalOf(refundOrder(boss, { number, amount: rest + 1 }))).code).toBe('conflict')
  expect(tally(await inParallel(times(5, () => refundOrder(boss, { number, amount: rest }))))).toEqual({ done: 1, conflict: 4 })
  const after = await requireStaffOrder(boss, { number })
  expect(after).toMatchObject({ payment_status: 'refunded' })
  // The timeline tells of each that it was decided and that it was sent.
  const restInWords = formatMoney({ ...totals.total, amount: rest }, 'en-US')
  expect(
    after.history
      .map(({ note }) => note)
      .filter((note) => note.includes('return'))
      .toSorted(),
  ).toEqual(
    [
      '$11.00 is being returned. It was scratched.',
      '$11.00 was returned.',
      `${restInWords} is being returned.`,
      `${restInWords} was returned.`,
    ].toSorted(),
  )
})

test('units that are refunded before they left stay in the shop: they are not sent, nor put back twice by a cancellation', async () => {
  const { number, first, second } = await paidOrder()
  const [lamp, other] = [products[0] as WorldProduct, products[1] as WorldProduct]
  const before = [await onHand(lamp), await onHand(other)]
  const refund = (lines: [OrderItemId, number][], amount = 100) =>
    refundOrder(boss, { number, amount, lines: lines.map(([order_item_id, quantity]) => ({ order_item_id, quantity })), restock: true })
  await refund([[first, 1]])
  expect((await requireStaffOrder(boss, { number })).lines.map(({ to_send }) => to_send)).toEqual([1, 3])
  const refused = await refusalOf(
    refund([
      [first, 1],
      [second, 3],
    ]),
  )
  expect([refused.code, refused.message]).toEqual(['conflict', expect.stringContaining('Cancel the order instead')])
  await cancelAsStaff(boss, { number, restock: true })
  expect([await onHand(lamp), await onHand(other)]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 3])

  const next = await paidOrder()
  await sendParcel(boss, { number: next.number, lines: [{ order_item_id: next.second, quantity: 2 }] })
  const shelf = await onHand(lamp)
  await refundOrder(boss, { number: next.number, amount: 100, lines: [{ order_item_id: next.second, quantity: 2 }] })
  const half = await requireStaffOrder(boss, { number: next.number })
  expect(half.lines.map(({ to_send, shipped, refunded }) => [to_send, shipped, refunded])).toEqual([
    [2, 0, 0],
    [0, 2, 2],
  ])
  await refundOrder(boss, { number: next.number, amount: 100, lines: [{ order_item_id: next.first, quantity: 2 }], restock: true })
  expect(await onHand(lamp)).toBe(shelf + 2)
  expect(await requireStaffOrder(boss, { number: next.number })).toMatchObject({ status: 'shipped', fulfillment_status: 'fulfilled' })
  expect((await refusalOf(sendParcel(boss, { number: next.number }))).code).toBe('conflict')
  expect(await findViolations(database())).toEqual([])
})

test('a return is approved, received with what can be sold again, and refunded; each step once and in this order', async () => {
  const { number, first, second } = await paidOrder()
  await sendParcel(boss, { number })
  await deliverOrder(boss, { number })
  const wish = await requestReturn(signedIn(boughtBy), {
    number,
    note: '',
    lines: [
      { order_item_id: first, quantity: 1, reason: 'too_small', note: '' },
      { order_item_id: second, quantity: 2, reason: 'damaged', note: '' },
    ],
  })
  const ref = { number, id: ReturnId.parse(wish.id) }
  const before = await onHand(products[0] as WorldProduct)
  expect((await refusalOf(receiveReturn(boss, { ...ref, restock: [] }))).code).toBe('conflict')
  await decideReturn(boss, { ...ref, decision: 'approved', answer: 'Please use the enclosed label.' })
  expect((await refusalOf(receiveReturn(boss, { ...ref, restock: [{ order_item_id: first, quantity: 2 }] }))).code).toBe('invalid_input')
  await receiveReturn(boss, { ...ref, restock: [{ order_item_id: first, quantity: 1 }] })
  expect(await onHand(products[0] as WorldProduct)).toBe(before + 1)
  expect((await refusalOf(decideReturn(boss, { ...ref, decision: 'rejected' }))).code).toBe('conflict')
  expect(tally(await inParallel(times(3, () => refundReturn(boss, { ...ref, amount: 3300 }))))).toEqual({ done: 1, conflict: 2 })
  const order = await requireStaffOrder(boss, { number })
  expect(order.returns).toMatchObject([{ status: 'refunded', answer: 'Please use the enclosed label.', lines: [{ restocked: 1 }, { restocked: 0 }] }])
  expect(order.lines.map(({ returned, refunded }) => [returned, refunded])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(order.payment_status).toBe('partially_refunded')
})

test('a cancellation asks the money back, and puts the units on the shelf only when it is wished', async () => {
  const before = await onHand(products[0] as WorldProduct)
  const { number } = await paidOrder()
  await cancelAsStaff(boss, { number, restock: false, note: 'The parcel burned' })
  expect(await onHand(products[0] as WorldProduct)).toBe(before - 2)
  const order = await requireStaffOrder(boss, { number })
  expect(order).toMatchObject({ status: 'cancelled', refundable: { amount: 0 } })
  expect(order.history.at(-1)?.note).toBe('The parcel burned')
  const kept = await paidOrder()
  await cancelAsStaff(boss, { number: kept.number, restock: true })
  expect(await onHand(products[0] as WorldProduct)).toBe(before - 2)
})

test('the address is corrected until a parcel leaves; an older version is told the difference, and the correction can be taken back', async () => {
  const { number, shipping_address: old } = await paidOrder()
  const { version } = await requireStaffOrder(boss, { number })
  const wanted = { ...old, line1: '2 Other Street' }
  const { undo: id } = await correctAddress(boss, { number, version, shipping_address: wanted })
  const stale = await refusalOf(correctAddress(boss, { number, version, shipping_address: old }))
  expect(stale).toMatchObject({ code: 'stale', options: { extra: { changes: [{ theirs: expect.stringContaining('2 Other Street') }] } } })
  await undoChange(boss, UndoChange.parse({ id }))
  const now = await requireStaffOrder(boss, { number })
  expect(now.shipping_address.line1).toBe(old.line1)
  await sendParcel(boss, { number })
  expect((await refusalOf(correctAddress(boss, { number, version: now.version, shipping_address: wanted }))).code).toBe('conflict')
})

test('the list of all orders is filtered, paged by cursor and counted in two statements', async () => {
  const shopper = await makeUser()
  const numbers: string[] = []
  for (let made = 0; made < 3; made++) numbers.unshift((await paidOrder(signedIn(shopper))).number)
  const list = (query: Record<string, unknown>) => listAllOrders(boss, ListAllOrders.parse({ customer: shopper, ...query }))
  const { result: first, statements } = await recordStatements(() => list({ page_size: '2' }))
  expect(statements).toHaveLength(2)
  expect(first).toMatchObject({ total: 3, total_is_exact: true })
  const second = await list({ page_size: '2', cursor: first.next_cursor })
  expect([...first.data, ...second.data].map(({ number }) => number)).toEqual(numbers)
  expect((await list({ page_size: '2', cursor: second.prev_cursor })).data).toEqual(first.data)
  await sendParcel(boss, { number: numbers[0] ?? '' })
  expect((await list({ status: 'shipped' })).data.map(({ number }) => number)).toEqual([numbers[0]])
  expect((await list({ q: numbers[1]?.toLowerCase() })).data.map(({ number }) => number)).toEqual([numbers[1]])
  expect((await list({ q: 'ada love' })).total).toBe(3)
  expect((await list({ total_min: '1' })).total).toBe(3)
  expect((await list({ total_max: '1' })).total).toBe(0)
  const today = (await database().execute<{ day: string }>(sql`select (now() at time zone time_zone)::date::text as day from settings`))[0]?.day
  expect((await list({ from: today, to: today })).total).toBe(3)
  expect((await list({ to: '2020-01-01' })).total).toBe(0)
})
