import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { mailed } from '@/db/testing/mailed'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { addAddress } from '@/lib/addresses/save-address'
import { AddAddress } from '@/lib/addresses/schemas'
import { UndoChange } from '@/lib/audit/schemas'
import { buy, fillCart } from '@/lib/checkout/testing'
import type { Ctx, Role } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { receiveMoney } from '@/lib/orders/testing'
import { findSession } from '@/lib/platform/auth/find-session'
import { undoChange } from '@/lib/undo/undo-change'
import { banUser } from './ban-user'
import { customersAsCsv } from './customers-as-csv'
import { requireCustomer } from './require-customer'
import { searchCustomers } from './search-customers'
import { sendPasswordReset } from './send-password-reset'
import { CustomerDetail, CustomerFilters, type CustomerPage, SearchCustomers } from './staff-schemas'
import { makeAccount } from './testing'

const staff = (role: Role, ...permissions: StaffPermission[]): Ctx => ({
  actor: { kind: 'user', userId: newId<UserId>(), role, permissions },
  requestId: newId(),
  clientAddress: '127.0.0.1',
})
const boss = staff('admin')
const support = staff('staff', 'customers.read', 'customers.write', 'audit.read')

const mark = newId().slice(-8)
let lamp: WorldProduct
const people: UserId[] = []

beforeAll(async () => {
  lamp = await makeProduct(await makeCategory(), { stock: 100, priceMinor: 1000 })
  // The first buys once, the second twice, …; the last two nothing, so that they are equal.
  for (const [place, name] of ['Ann', 'Ben', 'Cid', 'Dot', 'Eve'].entries()) {
    const id = await makeUser()
    people.push(id)
    await database()
      .update(users)
      .set({ name, email: `${name}.${mark}@example.com` })
      .where(eq(users.id, id))
    for (let bought = 0; bought < place + 1 && place < 3; bought++)
      await receiveMoney(await buy(signedIn(id), [{ variantId: lamp.variantId, quantity: 1 }]))
  }
})

const list = (query: Record<string, unknown>) => searchCustomers(support, SearchCustomers.parse({ q: mark, ...query }))
const namesOf = ({ data }: CustomerPage) => data.map(({ name }) => name)

test('people are listed by what they spent and by when they joined, page by page and back, in two statements', async () => {
  for (const [sort, names] of [
    ['-spent', ['Cid', 'Ben', 'Ann', 'Eve', 'Dot']],
    ['spent', ['Dot', 'Eve', 'Ann', 'Ben', 'Cid']],
    ['joined', ['Ann', 'Ben', 'Cid', 'Dot', 'Eve']],
  ] as const) {
    const seen: string[] = []
    let page = await list({ sort, page_size: 2 })
    const first = namesOf(page)
    for (;;) {
      seen.push(...namesOf(page))
      if (!page.next_cursor) break
      const { result, statements } = await recordStatements(() => list({ sort, page_size: 2, cursor: page.next_cursor }))
      expect(statements).toHaveLength(2)
      page = result
    }
    expect(seen).toEqual(names)
    const before = await list({ sort, page_size: 2, cursor: page.prev_cursor })
    expect(namesOf(await list({ sort, page_size: 2, cursor: before.prev_cursor }))).toEqual(first)
  }
  const [top] = (await list({ sort: '-spent' })).data
  const orders = await requireCustomer(boss, { id: people[2] as UserId })
  expect(top).toMatchObject({ orders: 3, spent: orders.value.spent })
  expect((await refusalOf(list({ sort: 'spent', cursor: (await list({ page_size: 1 })).next_cursor }))).code).toBe('invalid_input')
})

test('filters narrow the list, and the file has what the list has', async () => {
  expect(namesOf(await list({ ordered: 'no' }))).toEqual(['Eve', 'Dot'])
  expect((await list({ ordered: 'yes' })).total).toBe(3)
  expect(namesOf(await list({ role: 'staff' }))).toEqual([])
  expect(namesOf(await list({ to: '2000-01-01' }))).toEqual([])
  const filters = CustomerFilters.parse({ q: mark, ordered: 'yes' })
  const file: string[] = []
  for await (const part of customersAsCsv(support, { ...filters, sort: '-spent' })) file.push(part)
  const lines = file.join('').trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toMatch(/^Cid,Cid\.\w+@example\.com,.*,3,[\d.]+,USD$/)
})

test('a person is shown with orders, value, cart and addresses in two statements; orders only to who may see orders', async () => {
  const [id] = people as [UserId]
  await addAddress(
    signedIn(id),
    AddAddress.parse({ full_name: 'Ann', line1: '1 Street', city: 'New York', region: 'NY', postal_code: '10001', country: 'US' }),
  )
  await fillCart(signedIn(id), [{ variantId: lamp.variantId, quantity: 2 }])
  const { result, statements } = await recordStatements(() => requireCustomer(boss, { id }))
  expect(statements).toHaveLength(2)
  const { orders, value, addresses, cart } = CustomerDetail.parse(result)
  expect(value).toMatchObject({ orders: 1, paid_orders: 1, given_back: { amount: 0 } })
  expect(value.average).toEqual(value.spent)
  expect([orders?.length, addresses.length, cart?.count]).toEqual([1, 1, 2])
  expect((await requireCustomer(support, { id })).orders).toBeNull()
  expect((await refusalOf(requireCustomer(signedIn(id), { id }))).code).toBe('forbidden')
  expect((await refusalOf(requireCustomer(boss, { id: newId<UserId>() }))).code).toBe('not_found')
})

test('a ban ends every session and is taken back while nobody lifted it; who works here is closed out by an admin alone', async () => {
  const { email, token } = await makeAccount()
  const id = (await findSession(token))?.userId as UserId
  const { undo } = await banUser(support, { userId: id, isBanned: true })
  expect(await findSession(token)).toBeNull()
  expect(await banUser(support, { userId: id, isBanned: true })).toEqual({})
  await undoChange(support, UndoChange.parse({ id: undo }))
  expect((await requireCustomer(boss, { id })).is_banned).toBe(false)
  await sendPasswordReset(support, { id })
  expect((await mailed(email)).at(-1)?.kind).toBe('reset_password')
  const again = await banUser(support, { userId: id, isBanned: true })
  expect((await refusalOf(sendPasswordReset(support, { id }))).code).toBe('conflict')
  await banUser(support, { userId: id, isBanned: false })
  expect((await refusalOf(undoChange(support, UndoChange.parse({ id: again.undo })))).code).toBe('stale')
  await database().update(users).set({ role: 'staff' }).where(eq(users.id, id))
  expect((await refusalOf(banUser(support, { userId: id, isBanned: true }))).code).toBe('forbidden')
  const bossy = await banUser(boss, { userId: id, isBanned: true })
  expect((await refusalOf(undoChange(support, UndoChange.parse({ id: bossy.undo })))).code).toBe('forbidden')
})
