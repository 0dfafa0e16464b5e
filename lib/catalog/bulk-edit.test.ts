import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeCategory, makeProducts, type WorldProduct } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { type AuditId, type CategoryId, newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { undoChange } from '@/lib/undo/undo-change'
import { bulkEdit } from './bulk-edit'
import { BulkEdit, BulkEdited } from './bulk-schemas'
import { requireStaffProduct } from './find-staff-product'
import { saveProduct } from './save-product'
import { newEvents } from './testing/world'

let boss: Ctx
let category: CategoryId
let made: WorldProduct[]

async function member(permissions?: StaffPermission[]): Promise<Ctx> {
  const userId = newId<UserId>()
  await database()
    .insert(users)
    .values({ id: userId, name: 'Member', email: `${userId}@example.com`, role: 'staff' })
  return { actor: { kind: 'user', userId, role: 'staff', ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

beforeAll(async () => {
  boss = await member()
})

beforeEach(async () => {
  category = await makeCategory()
  made = await makeProducts(category, [
    { name: 'Anvil', priceMinor: 1000, stock: [4, 2] },
    { name: 'Basket', priceMinor: 2550, stock: 1 },
    { name: 'Drum', priceMinor: 300, isTracked: false },
  ])
  await newEvents()
})

const ids = () => made.map(({ id }) => id)
const edit = (change: unknown, more: Record<string, unknown> = {}, ctx = boss) => bulkEdit(ctx, BulkEdit.parse({ ids: ids(), change, ...more }))
const read = (name: string) => requireStaffProduct(boss, { product_id: made.find((product) => product.name === name)?.id ?? newId() })
const pricesOf = async () => Promise.all(['Anvil', 'Basket', 'Drum'].map(async (name) => (await read(name)).price_minor))
const undo = (id: AuditId | null) => undoChange(boss, { id: id ?? newId<AuditId>() })

/** Holds units, as orders do. */
const reserve = (units: SQL, of = ids()) =>
  database().execute(
    sql`update inventory_levels set reserved = ${units} where product_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(of)}::jsonb))`,
  )

test('a dry run says what each variant would cost, and changes nothing', async () => {
  const preview = BulkEdited.parse(await edit({ kind: 'price', by: 'percent', value: -10 }, { dry_run: true }))
  expect(preview).toMatchObject({ done: 3, differences: 4, undo: null })
  expect(preview.rows.map(({ product, from, to }) => [product, from, to])).toEqual(
    expect.arrayContaining([
      ['Anvil', '$10.00', '$9.00'],
      ['Basket', '$25.50', '$22.95'],
      ['Drum', '$3.00', '$2.70'],
    ]),
  )
  expect(await pricesOf()).toEqual([1000, 2550, 300])
  expect(await newEvents()).toEqual([])
})

test('many prices change in as many statements as few, with one undo that leaves what somebody changed since', async () => {
  const { result, statements } = await recordStatements(() => edit({ kind: 'price', by: 'amount', value: 450 }))
  expect(result).toMatchObject({ done: 3, refused: [] })
  expect(statements.length).toBeLessThanOrEqual(14)
  expect(await pricesOf()).toEqual([1450, 3000, 750])
  expect((await newEvents()).map(({ type }) => type)).toEqual(['price.changed', 'price.changed', 'price.changed'])
  await saveProduct(boss, { product_id: made[1]?.id ?? newId(), price_minor: 9900 })
  const { id: undone, ...said } = await undo(result.undo)
  expect(said).toMatchObject({ message: 'Taken back. 1 stayed as it is: it was changed since.', left: 1 })
  expect(await pricesOf()).toEqual([1000, 9900, 300])
  await undo(undone)
  expect(await pricesOf()).toEqual([1450, 9900, 750])
  expect(await findViolations(database())).toEqual([])
})

test('what cannot be changed is named, and the others are changed', async () => {
  const { done, refused } = await edit({ kind: 'price', by: 'amount', value: -500 })
  expect([done, refused]).toEqual([2, [{ label: 'Drum', reason: 'Its price would be below zero.' }]])
  expect(await pricesOf()).toEqual([500, 2050, 300])
})

test('status and categories of all that match change and come back', async () => {
  const other = await makeCategory()
  const archived = await bulkEdit(boss, BulkEdit.parse({ filters: { category }, change: { kind: 'status', status: 'archived' } }))
  expect(archived.done).toBe(3)
  expect((await read('Anvil')).status).toBe('archived')
  await undo(archived.undo)
  expect((await read('Anvil')).status).toBe('active')
  const moved = await edit({ kind: 'category', category_id: other, as: 'main' })
  expect(await read('Drum')).toMatchObject({ primary_category_id: other, category_ids: [category] })
  await undo(moved.undo)
  expect(await read('Drum')).toMatchObject({ primary_category_id: category, category_ids: [] })
  expect(await findViolations(database())).toEqual([])
})

test('a dry run of stock promises what is free, without what is reserved, and names what would stay', async () => {
  const change = { kind: 'stock', delta: -2 }
  const preview = await edit(change, { dry_run: true })
  expect([preview.done, preview.rows.map(({ product, from, to }) => [product, from, to])]).toEqual([
    1,
    [
      ['Anvil', '4 on hand', '2 on hand'],
      ['Anvil', '2 on hand', '0 on hand'],
    ],
  ])
  await reserve(sql`(on_hand = 2)::int`)
  const reserved = await edit(change, { dry_run: true })
  expect(reserved).toMatchObject({ done: 0, differences: 0, rows: [] })
  const real = await edit(change)
  expect([real.done, real.differences]).toEqual([0, 0])
  const byName = (refused: BulkEdited['refused']) => refused.toSorted((one, other) => one.label.localeCompare(other.label))
  expect(byName(reserved.refused)).toEqual(byName(real.refused))
  expect(byName(real.refused).map(({ label, reason }) => [label, reason.split(';')[0]])).toEqual([
    ['Anvil', 'Only 1 unit of a variant is free'],
    ['Basket', 'Only 1 unit of a variant is free'],
    ['Drum', 'Its stock is not counted.'],
  ])
  await reserve(sql`0`)
})

test('stock moves by movements, never what is not there, and goes back', async () => {
  const { done, refused, undo: id } = await edit({ kind: 'stock', delta: -2 })
  expect(done).toBe(1)
  expect(refused.map(({ label }) => label).sort()).toEqual(['Basket', 'Drum'])
  const units = async () => (await read('Anvil')).variants.map(({ stock }) => stock.on_hand)
  expect(await units()).toEqual([2, 0])
  expect(await undo(id)).toMatchObject({ message: 'Taken back.', left: 0 })
  expect(await units()).toEqual([4, 2])
  expect(await findViolations(database())).toEqual([])
})

test('what was left as it was has not been changed since: an undo from before still takes it back', async () => {
  const { undo: before } = await edit({ kind: 'price', by: 'amount', value: 450 })
  const { version } = await read('Basket')
  const { refused } = await edit({ kind: 'stock', delta: -2 }, { ids: [made[1]?.id] })
  expect([refused.length, (await read('Basket')).version]).toEqual([1, version])
  expect(await undo(before)).toMatchObject({ left: 0 })
  expect(await pricesOf()).toEqual([1000, 2550, 300])
})

test('what cannot go back because its units are gone is named, and where that is all of it nothing is taken back', async () => {
  const { undo: all } = await edit({ kind: 'stock', delta: 3 })
  await reserve(sql`on_hand - 1`, ids().slice(0, 1))
  expect(await undo(all)).toMatchObject({ left: 1, message: expect.stringMatching(/^Taken back\. 1 stayed as it is: Anvil: Only 1 unit /) })
  const { undo: again } = await edit({ kind: 'stock', delta: 3 })
  await reserve(sql`on_hand`)
  const refused = await refusalOf(undo(again))
  expect([refused.code, refused.message]).toEqual(['stale', expect.stringContaining('Nothing could be taken back.')])
  await reserve(sql`0`)
})

test('the pages of many changed products are made ahead', async () => {
  made = await makeProducts(
    category,
    Array.from({ length: 20 }, () => ({ priceMinor: 500 })),
  )
  await edit({ kind: 'price', by: 'percent', value: 10 })
  const tasks = await database().execute<{ slugs: string[] }>(sql`select input -> 'slugs' as slugs from tasks where kind = 'warm-pages'`)
  expect(tasks.map(({ slugs }) => slugs.length)).toEqual([20])
})

test('it is for who may change the catalogue, and stock for who may move it', async () => {
  expect((await refusalOf(edit({ kind: 'status', status: 'draft' }, {}, await member(['catalog.read'])))).code).toBe('forbidden')
  expect((await refusalOf(edit({ kind: 'stock', delta: 1 }, {}, await member(['catalog.read', 'catalog.write'])))).code).toBe('forbidden')
  expect(
    (await refusalOf(bulkEdit(boss, BulkEdit.parse({ filters: { q: 'nothing has this name' }, change: { kind: 'status', status: 'draft' } })))).code,
  ).toBe('invalid_input')
})
