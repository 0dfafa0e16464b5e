import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { products } from '@/db/schema/catalog'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProducts, type WorldProduct } from '@/db/testing/world'
import { placeOrder } from '@/lib/checkout/place-order'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { type CartId, newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { readHome } from '@/lib/home/read-home'
import { receiveMoney } from '@/lib/orders/testing'
import { listLeftCarts } from './list-left-carts'
import { remindLeftCarts } from './remind-left-carts'
import { noteRecoveredOrder } from './reminder-outcome'
import { saveContact } from './save-contact'
import { LeftCartPage, ListLeftCarts } from './staff-schemas'

const shop = systemCtx('test')
const staff = (...permissions: StaffPermission[]): Ctx => ({
  actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
  requestId: newId(),
  clientAddress: '127.0.0.1',
})
const boss = staff('orders.read', 'reports.read')
const list = async (query: Record<string, unknown> = {}) => LeftCartPage.parse(await listLeftCarts(boss, ListLeftCarts.parse(query)))
const namesOf = ({ data }: LeftCartPage) => data.map(({ email }) => email.split('@')[0])
const age = (id: CartId, hours: number) =>
  database().execute(sql`update carts set updated_at = now() - make_interval(secs => ${hours}::float8 * 3600) where id = ${id}`)

let lamp: WorldProduct
let mug: WorldProduct
let recovered = ''

async function leave(name: string, hoursAgo: number, ctx = guest()): Promise<Ctx> {
  await fillCart(ctx, [
    { variantId: lamp.variantId, quantity: 2 },
    { variantId: mug.variantId, quantity: 1 },
  ])
  const { id } = await saveContact(ctx, { email: `${name}@Example.com`, marketing_consent: true })
  if (!id) throw new Error('There is no cart')
  await age(id, hoursAgo)
  return ctx
}

beforeAll(async () => {
  const made = await makeProducts(await makeCategory(), [
    { stock: 50, priceMinor: 2000 },
    { stock: 50, priceMinor: 500 },
  ])
  const [first, second] = made
  if (!first || !second) throw new Error('Two products were wanted')
  lamp = first
  mug = second
  await leave('just-now', 0.5)
  await leave('ann', 2)
  await leave('ben', 300)
  const back = await leave('cid', 3)
  await remindLeftCarts(shop)
  const order = await placeOrder(back, { ...orderFor(await fillCart(back, [{ variantId: mug.variantId, quantity: 1 }])), email: 'cid@example.com' })
  await receiveMoney(order)
  await noteRecoveredOrder(shop, { orderId: order.id })
  recovered = order.number
})

test('carts that were left with an address stand here, the newest first, with what they are worth today', async () => {
  await database().update(products).set({ priceMinor: 1500 }).where(eq(products.id, lamp.id))
  const { result, statements } = await recordStatements(() => list())
  expect(statements).toHaveLength(2)
  expect(namesOf(result)).toEqual(['cid', 'ann', 'ben'])
  const [cid, ann, ben] = result.data
  expect(ann).toMatchObject({ items: 3, worth: { amount: 3500, currency: 'USD' }, reminders: 1, order: null })
  expect(ben).toMatchObject({ reminders: 0, order: null })
  expect(cid).toMatchObject({ reminders: 1, order: recovered, items: 4 })
  await database().update(products).set({ isActive: false }).where(eq(products.id, mug.id))
  expect((await list({ q: 'ANN@' })).data).toMatchObject([{ worth: { amount: 3000 } }])
})

test('those that wait and those that came back are told apart, and the address is searched', async () => {
  expect(namesOf(await list({ state: 'open' }))).toEqual(['ann', 'ben'])
  expect(namesOf(await list({ state: 'recovered' }))).toEqual(['cid'])
  expect(namesOf(await list({ q: 'be' }))).toEqual(['ben'])
  expect(await list({ q: '%' })).toMatchObject({ data: [], total: 0 })
})

test('it is paged by cursor, there and back', async () => {
  const first = await list({ page_size: 2 })
  expect([namesOf(first), first.total, first.prev_cursor]).toEqual([['cid', 'ann'], 3, null])
  const second = await list({ page_size: 2, cursor: first.next_cursor })
  expect([namesOf(second), second.next_cursor]).toEqual([['ben'], null])
  expect(namesOf(await list({ page_size: 2, cursor: second.prev_cursor }))).toEqual(['cid', 'ann'])
  expect((await refusalOf(list({ cursor: 'made-up' }))).code).toBe('invalid_input')
})

test('home counts exactly what the lists show that it leads to', async () => {
  for (const days of ['7', '30'] as const) {
    const { sales } = await readHome(boss, { days })
    expect(sales?.carts_left.count).toBe((await list({ state: 'open', days })).total)
    expect(sales?.carts_left.recovered).toBe((await list({ state: 'recovered', days })).total)
  }
  expect(namesOf(await list({ state: 'open', days: '7' }))).toEqual(['ann'])
})

test('it is for who may see orders', async () => {
  expect((await refusalOf(listLeftCarts(staff('customers.read'), ListLeftCarts.parse({})))).code).toBe('forbidden')
})
