import { expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { inParallel, tally } from '@/db/testing/parallel'
import { refusalOf } from '@/db/testing/refusals'
import { onHand, staffedShop, times } from '@/db/testing/staffed-shop'
import { signedIn, withKey } from '@/db/testing/visitors'
import { formatMoney } from '@/lib/core/format-money'
import { type OrderItemId, ReturnId } from '@/lib/core/ids'
import { readHome } from '@/lib/home/read-home'
import { HomeQuery } from '@/lib/home/schemas'
import { refundOrder } from '@/lib/payments/refund-order'
import { refundReturn } from '@/lib/payments/refund-return'
import { decideReturn } from '@/lib/returns/decide-return'
import { receiveReturn } from '@/lib/returns/receive-return'
import { requestReturn } from '@/lib/returns/request-return'
import { cancelAsStaff } from './cancel-as-staff'
import { requireStaffOrder } from './find-staff-order'
import { deliverOrder } from './fulfil-order'
import { listAllOrders } from './list-all-orders'
import { sendOrders } from './send-orders'
import { sendParcel } from './send-parcel'
import { ListAllOrders, SendOrders } from './staff-schemas'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const { shop, paidOrder } = staffedShop(receive)

test('money goes back by amount and for lines, never more than was paid, once per key, and the units return to the shelf when wished', async () => {
  const { number, first, totals } = await paidOrder()
  const before = await onHand(shop.products[0])
  const refund = { number, amount: 1100, lines: [{ order_item_id: first, quantity: 1 }], restock: true, reason: 'It was scratched.' }
  const key = withKey(shop.boss)
  await refundOrder(key, refund)
  await refundOrder(key, refund)
  expect(await onHand(shop.products[0])).toBe(before + 1)
  const order = await requireStaffOrder(shop.boss, { number })
  expect(order).toMatchObject({ payment_status: 'partially_refunded', refunds: [{ status: 'sent', reason: 'It was scratched.' }] })
  expect(order.refundable.amount).toBe(totals.total.amount - 1100)
  const rest = order.refundable.amount
  expect((await refusalOf(refundOrder(shop.boss, { number, amount: rest + 1 }))).code).toBe('conflict')
  expect(tally(await inParallel(times(5, () => refundOrder(shop.boss, { number, amount: rest }))))).toEqual({ done: 1, conflict: 4 })
  const after = await requireStaffOrder(shop.boss, { number })
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

test('an order whose money was all given back is not to send any more: many at once leave it, and it goes only by itself', async () => {
  const { number, totals } = await paidOrder()
  const toSend = async () => (await listAllOrders(shop.boss, ListAllOrders.parse({ status: 'to_send', q: number }))).total
  const onTile = async () => (await readHome(shop.boss, HomeQuery.parse({}))).orders?.to_send ?? 0
  const before = await onTile()
  expect(await toSend()).toBe(1)
  await refundOrder(shop.boss, { number, amount: totals.total.amount })
  expect([await toSend(), await onTile()]).toEqual([0, before - 1])
  expect((await sendOrders(shop.boss, SendOrders.parse({ numbers: [number], dry_run: true }))).waiting).toBe(0)
  expect(await sendOrders(shop.boss, SendOrders.parse({ numbers: [number] }))).toMatchObject({
    done: 0,
    refused: [{ label: number, reason: expect.stringContaining('given back') }],
  })
  expect(await sendParcel(shop.boss, { number })).toMatchObject({ status: 'shipped' })
})

test('units that are refunded before they left stay in the shop: they are not sent, nor put back twice by a cancellation', async () => {
  const { number, first, second } = await paidOrder()
  const [lamp, other] = shop.products
  const before = [await onHand(lamp), await onHand(other)]
  const refund = (lines: [OrderItemId, number][], amount = 100) =>
    refundOrder(shop.boss, { number, amount, lines: lines.map(([order_item_id, quantity]) => ({ order_item_id, quantity })), restock: true })
  await refund([[first, 1]])
  expect((await requireStaffOrder(shop.boss, { number })).lines.map(({ to_send }) => to_send)).toEqual([1, 3])
  const refused = await refusalOf(
    refund([
      [first, 1],
      [second, 3],
    ]),
  )
  expect([refused.code, refused.message]).toEqual(['conflict', expect.stringContaining('Cancel the order instead')])
  await cancelAsStaff(shop.boss, { number, restock: true })
  expect([await onHand(lamp), await onHand(other)]).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 3])

  const next = await paidOrder()
  await sendParcel(shop.boss, { number: next.number, lines: [{ order_item_id: next.second, quantity: 2 }] })
  const shelf = await onHand(lamp)
  await refundOrder(shop.boss, { number: next.number, amount: 100, lines: [{ order_item_id: next.second, quantity: 2 }] })
  const half = await requireStaffOrder(shop.boss, { number: next.number })
  expect(half.lines.map(({ to_send, shipped, refunded }) => [to_send, shipped, refunded])).toEqual([
    [2, 0, 0],
    [0, 2, 2],
  ])
  await refundOrder(shop.boss, { number: next.number, amount: 100, lines: [{ order_item_id: next.first, quantity: 2 }], restock: true })
  expect(await onHand(lamp)).toBe(shelf + 2)
  expect(await requireStaffOrder(shop.boss, { number: next.number })).toMatchObject({ status: 'shipped', fulfillment_status: 'fulfilled' })
  expect((await refusalOf(sendParcel(shop.boss, { number: next.number }))).code).toBe('conflict')
  expect(await findViolations(database())).toEqual([])
})

test('a return is approved, received with what can be sold again, and refunded; each step once and in this order', async () => {
  const { number, first, second } = await paidOrder()
  await sendParcel(shop.boss, { number })
  await deliverOrder(shop.boss, { number })
  const wish = await requestReturn(signedIn(shop.boughtBy), {
    number,
    note: '',
    lines: [
      { order_item_id: first, quantity: 1, reason: 'too_small', note: '' },
      { order_item_id: second, quantity: 2, reason: 'damaged', note: '' },
    ],
  })
  const ref = { number, id: ReturnId.parse(wish.id) }
  const before = await onHand(shop.products[0])
  expect((await refusalOf(receiveReturn(shop.boss, { ...ref, restock: [] }))).code).toBe('conflict')
  await decideReturn(shop.boss, { ...ref, decision: 'approved', answer: 'Please use the enclosed label.' })
  expect((await refusalOf(receiveReturn(shop.boss, { ...ref, restock: [{ order_item_id: first, quantity: 2 }] }))).code).toBe('invalid_input')
  await receiveReturn(shop.boss, { ...ref, restock: [{ order_item_id: first, quantity: 1 }] })
  expect(await onHand(shop.products[0])).toBe(before + 1)
  expect((await refusalOf(decideReturn(shop.boss, { ...ref, decision: 'rejected' }))).code).toBe('conflict')
  expect(tally(await inParallel(times(3, () => refundReturn(shop.boss, { ...ref, amount: 3300 }))))).toEqual({ done: 1, conflict: 2 })
  const order = await requireStaffOrder(shop.boss, { number })
  expect(order.returns).toMatchObject([{ status: 'refunded', answer: 'Please use the enclosed label.', lines: [{ restocked: 1 }, { restocked: 0 }] }])
  expect(order.lines.map(({ returned, refunded }) => [returned, refunded])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(order.payment_status).toBe('partially_refunded')
})

test('a return is finished without a refund when its money went back before', async () => {
  const { number, first } = await paidOrder()
  await sendParcel(shop.boss, { number })
  await deliverOrder(shop.boss, { number })
  const lines = [{ order_item_id: first, quantity: 1 }]
  const wish = await requestReturn(signedIn(shop.boughtBy), {
    number,
    note: '',
    lines: lines.map((line) => ({ ...line, reason: 'other', note: '' })),
  })
  const ref = { number, id: ReturnId.parse(wish.id) }
  await decideReturn(shop.boss, { ...ref, decision: 'approved' })
  await receiveReturn(shop.boss, { ...ref, restock: lines })
  const { refundable } = await requireStaffOrder(shop.boss, { number })
  await refundOrder(shop.boss, { number, amount: refundable.amount, lines: [], restock: false })
  expect((await refusalOf(refundReturn(shop.boss, { ...ref, amount: 100 }))).code).toBe('conflict')
  expect(tally(await inParallel(times(3, () => refundReturn(shop.boss, { ...ref, amount: 0 }))))).toEqual({ done: 1, conflict: 2 })
  expect(await requireStaffOrder(shop.boss, { number })).toMatchObject({ returns: [{ status: 'refunded' }], refundable: { amount: 0 } })
})

/** A delivered order, and a return of one unit of its first line that is approved. */
async function deliveredWithReturn() {
  const { number, first } = await paidOrder()
  await sendParcel(shop.boss, { number })
  await deliverOrder(shop.boss, { number })
  const line = { order_item_id: first, reason: 'other' as const, note: '' }
  const ask = (quantity: number) => requestReturn(signedIn(shop.boughtBy), { number, note: '', lines: [{ ...line, quantity }] })
  const ref = { number, id: ReturnId.parse((await ask(1)).id) }
  await decideReturn(shop.boss, { ...ref, decision: 'approved' })
  return { ref, number, first, ask }
}

test('a unit goes back on the shelf once, whether a refund or a return puts it there, and is not refunded by both', async () => {
  const { ref, number, first, ask } = await deliveredWithReturn()
  const before = await onHand(shop.products[0])
  await refundOrder(shop.boss, { number, amount: 1100, lines: [{ order_item_id: first, quantity: 2 }], restock: true })
  expect(await onHand(shop.products[0])).toBe(before + 2)
  expect((await refusalOf(receiveReturn(shop.boss, { ...ref, restock: [{ order_item_id: first, quantity: 1 }] }))).code).toBe('conflict')
  expect(await onHand(shop.products[0])).toBe(before + 2)
  await receiveReturn(shop.boss, { ...ref, restock: [] })
  await refundReturn(shop.boss, { ...ref, amount: 100 })
  expect((await requireStaffOrder(shop.boss, { number })).lines[0]).toMatchObject({ returned: 1, refunded: 2 })
  expect((await refusalOf(ask(1))).code).toBe('invalid_input')
})

test('what was refunded by the unit after it was delivered cannot be sent back for its money', async () => {
  const { number, first, ask } = await deliveredWithReturn()
  await refundOrder(shop.boss, { number, amount: 1100, lines: [{ order_item_id: first, quantity: 1 }], restock: false })
  expect((await refusalOf(ask(1))).code).toBe('invalid_input')
})

test('an item that is listed twice in a refund is refused', async () => {
  const { number, first } = await paidOrder()
  const line = { order_item_id: first, quantity: 1 }
  const refusal = await refusalOf(refundOrder(shop.boss, { number, amount: 100, lines: [line, line], restock: false }))
  expect(refusal).toMatchObject({ code: 'invalid_input', options: { errors: [{ pointer: '/lines/1/order_item_id' }] } })
})

test('a cancellation puts back what was not refunded by the unit before: about that it was decided then', async () => {
  const before = await onHand(shop.products[0])
  const { number, first } = await paidOrder()
  await refundOrder(shop.boss, { number, amount: 1100, lines: [{ order_item_id: first, quantity: 1 }], restock: false })
  await cancelAsStaff(shop.boss, { number })
  expect(await onHand(shop.products[0])).toBe(before - 1)
})

test('a cancellation asks the money back, and puts the units on the shelf only when it is wished', async () => {
  const before = await onHand(shop.products[0])
  const { number } = await paidOrder()
  await cancelAsStaff(shop.boss, { number, restock: false, note: 'The parcel burned' })
  expect(await onHand(shop.products[0])).toBe(before - 2)
  const order = await requireStaffOrder(shop.boss, { number })
  expect(order).toMatchObject({ status: 'cancelled', refundable: { amount: 0 } })
  expect(order.history.at(-1)?.note).toBe('The parcel burned')
  const kept = await paidOrder()
  await cancelAsStaff(shop.boss, { number: kept.number, restock: true })
  expect(await onHand(shop.products[0])).toBe(before - 2)
})
