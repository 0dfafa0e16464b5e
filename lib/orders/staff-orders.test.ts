import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { staffedShop } from '@/db/testing/staffed-shop'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import { correctAddress } from '@/lib/checkout/correct-address'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { refundOrder } from '@/lib/payments/refund-order'
import { undoChange } from '@/lib/undo/undo-change'
import { cancelAsStaff } from './cancel-as-staff'
import { requireStaffOrder } from './find-staff-order'
import { listAllOrders } from './list-all-orders'
import { sendParcel } from './send-parcel'
import { ListAllOrders } from './staff-schemas'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

const { shop, paidOrder } = staffedShop(receive)

const clerk = (...permissions: StaffPermission[]): Ctx => ({
  ...shop.boss,
  actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
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

test('the address is corrected until a parcel leaves; an older version is told the difference, and the correction can be taken back', async () => {
  const { number, shipping_address: old } = await paidOrder()
  const { version } = await requireStaffOrder(shop.boss, { number })
  const wanted = { ...old, line1: '2 Other Street' }
  const abroad = { ...wanted, country: 'DE', region: null, postal_code: '10115' }
  expect(await refusalOf(correctAddress(shop.boss, { number, version, shipping_address: abroad }))).toMatchObject({
    code: 'invalid_input',
    options: { errors: [{ pointer: '/shipping_address/country' }] },
  })
  const { undo: id } = await correctAddress(shop.boss, { number, version, shipping_address: wanted })
  const stale = await refusalOf(correctAddress(shop.boss, { number, version, shipping_address: old }))
  expect(stale).toMatchObject({
    code: 'stale',
    options: { extra: { changes: [{ theirs: expect.stringMatching(/2 Other Street.*United States/) }] } },
  })
  await undoChange(shop.boss, UndoChange.parse({ id }))
  const now = await requireStaffOrder(shop.boss, { number })
  expect(now.shipping_address.line1).toBe(old.line1)
  await sendParcel(shop.boss, { number })
  expect((await refusalOf(correctAddress(shop.boss, { number, version: now.version, shipping_address: wanted }))).code).toBe('conflict')
})

test('the list of all orders is filtered, paged by cursor and counted in two statements', async () => {
  const shopper = await makeUser()
  const numbers: string[] = []
  for (let made = 0; made < 3; made++) numbers.unshift((await paidOrder(signedIn(shopper))).number)
  const list = (query: Record<string, unknown>) => listAllOrders(shop.boss, ListAllOrders.parse({ customer: shopper, ...query }))
  const { result: first, statements } = await recordStatements(() => list({ page_size: '2' }))
  expect(statements).toHaveLength(2)
  expect(first).toMatchObject({ total: 3, total_is_exact: true })
  const second = await list({ page_size: '2', cursor: first.next_cursor })
  expect([...first.data, ...second.data].map(({ number }) => number)).toEqual(numbers)
  expect((await list({ page_size: '2', cursor: second.prev_cursor })).data).toEqual(first.data)
  await sendParcel(shop.boss, { number: numbers[0] ?? '' })
  expect((await list({ status: 'shipped' })).data.map(({ number }) => number)).toEqual([numbers[0]])
  expect((await list({ q: numbers[1]?.toLowerCase() })).data.map(({ number }) => number)).toEqual([numbers[1]])
  expect((await list({ q: 'ada love' })).total).toBe(3)
  expect((await list({ total_min: '1' })).total).toBe(3)
  expect((await list({ total_max: '1' })).total).toBe(0)
  const today = (await database().execute<{ day: string }>(sql`select (now() at time zone time_zone)::date::text as day from settings`))[0]?.day
  expect((await list({ from: today, to: today })).total).toBe(3)
  expect((await list({ to: '2020-01-01' })).total).toBe(0)
  expect((await list({ paid_from: today, paid_to: today })).total).toBe(3)
  await database().execute(sql`update orders set paid_at = paid_at - interval '2 days' where order_number = ${numbers[1] ?? ''}`)
  expect((await list({ paid_from: today, paid_to: today, from: today })).data.map(({ number }) => number)).toEqual([numbers[0], numbers[2]])
})
