import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { deliverOrder, shipOrder } from '@/lib/orders/fulfil-order'
import { receiveMoney } from '@/lib/orders/testing'
import { listReturns } from './list-returns'
import { requestReturn } from './request-return'
import { RequestReturn, ReturnsOfOrder } from './schemas'
import { withdrawReturn } from './withdraw-return'

const shop = systemCtx('test')
let lamp: WorldProduct
let owner: Ctx
beforeAll(async () => {
  lamp = await makeProduct(await makeCategory(), { stock: 100 })
  owner = signedIn(await makeUser())
})

async function delivered(quantity: number) {
  const order = await buy(owner, [{ variantId: lamp.variantId, quantity }])
  await receiveMoney(order)
  await shipOrder(shop, order)
  await deliverOrder(shop, order)
  return order
}

const wish = (order: { number: string; lines: { id: string }[] }, quantity: number) =>
  RequestReturn.parse({ number: order.number, lines: [{ order_item_id: order.lines[0]?.id, quantity, reason: 'too_small' }] })

test('a return is asked for by line, and what was asked for is no longer returnable', async () => {
  const order = await delivered(3)
  const made = await requestReturn(owner, wish(order, 2))
  expect(made).toMatchObject({ status: 'requested', lines: [{ quantity: 2, reason: 'too_small' }] })
  const seen = ReturnsOfOrder.parse(await listReturns(owner, order))
  expect(seen).toMatchObject({ closed_because: null, lines: [{ returnable: 1 }], returns: [{ id: made.id }] })
  expect((await refusalOf(requestReturn(owner, wish(order, 2)))).options.errors).toMatchObject([{ pointer: '/lines/0/quantity' }])
})

test('five requests at once never ask for more than was bought', async () => {
  const order = await delivered(2)
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => requestReturn(owner, wish(order, 1))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await listReturns(owner, order)).toMatchObject({ open_until: null, closed_because: 'nothing_left' })
})

test('a repeated request with the same key acts once', async () => {
  const order = await delivered(3)
  const ctx = withKey(owner)
  const [first, second] = await Promise.all([requestReturn(ctx, wish(order, 1)), requestReturn(ctx, wish(order, 1))])
  expect(second).toEqual(first)
  expect((await listReturns(owner, order)).returns).toHaveLength(1)
})

test('a withdrawn return can be asked for again', async () => {
  const order = await delivered(1)
  const { id } = await requestReturn(owner, wish(order, 1))
  expect(await withdrawReturn(owner, { number: order.number, id })).toMatchObject({ status: 'withdrawn' })
  expect((await refusalOf(withdrawReturn(owner, { number: order.number, id }))).code).toBe('conflict')
  expect(await requestReturn(owner, wish(order, 1))).toMatchObject({ status: 'requested' })
})

test('what was not delivered, was delivered too long ago, or belongs to others cannot be returned', async () => {
  const early = await buy(owner, [{ variantId: lamp.variantId, quantity: 1 }])
  expect((await refusalOf(requestReturn(owner, wish(early, 1)))).message).toMatch('has not been delivered yet')
  const late = await delivered(1)
  await database().execute(sql`update order_status_history set created_at = now() - interval '31 days' where order_id = ${late.id}`)
  expect((await refusalOf(requestReturn(owner, wish(late, 1)))).message).toMatch('That time is over')
  const stranger = signedIn(await makeUser())
  expect((await refusalOf(requestReturn(stranger, wish(late, 1)))).code).toBe('not_found')
  expect((await refusalOf(listReturns(stranger, late))).code).toBe('not_found')
  expect((await refusalOf(requestReturn(guest(), wish(late, 1)))).code).toBe('unauthenticated')
})

test('the same line twice in one request is refused, not stored', async () => {
  const order = await delivered(4)
  const twice = wish(order, 1)
  expect((await refusalOf(requestReturn(owner, { ...twice, lines: [...twice.lines, ...twice.lines] }))).code).toBe('invalid_input')
})

test('reading the returns of an order costs two statements', async () => {
  const order = await delivered(1)
  expect((await recordStatements(() => listReturns(owner, order))).statements).toHaveLength(2)
})

test('only the shop and its staff ship and deliver, and only in order', async () => {
  const order = await buy(owner, [{ variantId: lamp.variantId, quantity: 1 }])
  expect((await refusalOf((async () => shipOrder(owner, order))())).code).toBe('forbidden')
  expect((await refusalOf(shipOrder(shop, order))).code).toBe('conflict')
  await receiveMoney(order)
  expect((await refusalOf(deliverOrder(shop, order))).code).toBe('conflict')
})
