import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { withKey } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { AuditId, type CategoryId, newId, type UserId, type VariantId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { undoChange } from '@/lib/undo/undo-change'
import { adjustStock } from './adjust-stock'
import { inventoryAsCsv } from './inventory-as-csv'
import { eachLevel, listInventory } from './list-inventory'
import { listMovements } from './list-movements'
import { AdjustStock, ListInventory, ListMovements } from './schemas'
import { setThreshold } from './set-threshold'

let categoryId: CategoryId
let boss: Ctx
beforeAll(async () => {
  categoryId = await makeCategory()
  boss = await member()
})

async function member(permissions?: StaffPermission[]): Promise<Ctx> {
  const userId: UserId = await makeUser()
  await database().execute(sql`update users set role = 'staff', name = 'Sam Stock' where id = ${userId}`)
  return { actor: { kind: 'user', userId, role: 'staff', ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

const list = (query: Record<string, unknown>) => listInventory(boss, ListInventory.parse(query))
const adjust = (variant_id: VariantId, units: number, reason = 'other', note = '') =>
  adjustStock(boss, AdjustStock.parse({ changes: [{ variant_id, units }], reason, note }))
const takeBack = (id: AuditId | null, ctx = boss) => undoChange(ctx, { id: AuditId.parse(id) })
const levelOf = async ({ variantId }: WorldProduct) => (await listMovements(boss, ListMovements.parse({ id: variantId }))).level

test('staff change what is on hand by what happened, and each change stands in the ledger with who, why and what was there then', async () => {
  const lamp = await makeProduct(categoryId, { stock: 10 })
  await adjust(lamp.variantId, 5, 'received', 'from Oslo')
  await adjust(lamp.variantId, 2, 'damaged')
  await adjust(lamp.variantId, 20, 'counted')
  const { result, statements } = await recordStatements(() => listMovements(boss, ListMovements.parse({ id: lamp.variantId })))
  expect(statements).toHaveLength(2)
  expect(result.data.map(({ kind, on_hand_delta, on_hand, reason }) => [kind, on_hand_delta, on_hand, reason])).toEqual([
    ['adjusted', 7, 20, 'Counted anew'],
    ['adjusted', -2, 13, 'Damaged'],
    ['received', 5, 15, 'A delivery came: from Oslo'],
    ['received', 10, 10, null],
  ])
  expect(result.data[0]?.by).toEqual({ kind: 'staff', name: 'Sam Stock' })
  expect(result.data[3]?.by).toEqual({ kind: 'shop', name: null })
})

test('a repeated key changes the stock once, also when all come at the same moment', async () => {
  const lamp = await makeProduct(categoryId, { stock: 10 })
  const change = AdjustStock.parse({ changes: [{ variant_id: lamp.variantId, units: 5 }], reason: 'received' })
  const ctx = withKey(boss)
  const answers = await Promise.all(Array.from({ length: 5 }, () => adjustStock(ctx, change)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await levelOf(lamp)).on_hand).toBe(15)
})

test('the balance of a later page goes on where the one before it ended, forwards and back', async () => {
  const lamp = await makeProduct(categoryId, { stock: 1 })
  for (const units of [1, 2, 3, 4]) await adjust(lamp.variantId, units)
  const read = (cursor?: string | null) =>
    listMovements(boss, ListMovements.parse({ id: lamp.variantId, page_size: 2, ...(cursor ? { cursor } : {}) }))
  const first = await read()
  const second = await read(first.next_cursor)
  const third = await read(second.next_cursor)
  expect([first, second, third].map(({ data }) => data.map(({ on_hand }) => on_hand))).toEqual([[11, 7], [4, 2], [1]])
  expect((await read(third.prev_cursor)).data.map(({ on_hand }) => on_hand)).toEqual([4, 2])
  const stranger = await makeProduct(categoryId)
  expect((await refusalOf(listMovements(boss, ListMovements.parse({ id: stranger.variantId, cursor: first.next_cursor })))).code).toBe(
    'invalid_input',
  )
})

test('what is reserved cannot be taken away: one is refused with how many are free, of many the others are changed', async () => {
  const [lamp, mug] = [await makeProduct(categoryId, { stock: 3 }), await makeProduct(categoryId, { stock: 3 })]
  await buy({ actor: { kind: 'guest', sessionKey: newId() }, requestId: newId(), clientAddress: '::1' }, [{ variantId: lamp.variantId, quantity: 2 }])
  const refusal = await refusalOf(adjust(lamp.variantId, 2, 'lost'))
  expect([refusal.code, refusal.options.extra]).toEqual(['conflict', { available: 1, reserved: 2 }])
  const changes = [lamp, mug].map(({ variantId }) => ({ variant_id: variantId, units: 0 }))
  const { results } = await adjustStock(boss, AdjustStock.parse({ changes, reason: 'counted' }))
  expect(results.map(({ is_applied }) => is_applied).sort()).toEqual([false, true])
  expect((await levelOf(lamp)).on_hand).toBe(3)
  expect((await levelOf(mug)).on_hand).toBe(0)
})

test('an adjustment is taken back by the opposite movement, once, and only while its units are free', async () => {
  const lamp = await makeProduct(categoryId, { stock: 1 })
  const { undo } = await adjust(lamp.variantId, 4, 'received')
  await adjust(lamp.variantId, 1, 'damaged')
  expect((await refusalOf(takeBack(undo, await member(['orders.read'])))).code).toBe('forbidden')
  await takeBack(undo)
  expect((await levelOf(lamp)).on_hand).toBe(0)
  expect((await refusalOf(takeBack(undo))).code).toBe('conflict')
  const { undo: gone } = await adjust(lamp.variantId, 2, 'received')
  await buy({ actor: { kind: 'guest', sessionKey: newId() }, requestId: newId(), clientAddress: '::1' }, [{ variantId: lamp.variantId, quantity: 1 }])
  expect((await refusalOf(takeBack(gone))).code).toBe('conflict')
  expect((await levelOf(lamp)).on_hand).toBe(2)
})

test('the list finds variants by words of the name or by SKU, says what is low and what is out, and pages by cursor in one statement', async () => {
  const shirt = await makeProduct(categoryId, { name: 'Zebra shirt', stock: [4, 0, 1] })
  const [first, ...others] = shirt.variants.map(({ id }) => id)
  // As the merchant has put them, whatever came first.
  await database().execute(sql`update product_variants set position = 9 where id = ${first}`)
  const plenty = await makeProduct(categoryId, { name: 'Zebra blanket', stock: 50 })
  const { result, statements } = await recordStatements(() => list({ q: 'shirt zebra', page_size: 2 }))
  expect(statements).toHaveLength(1)
  const rest = await list({ q: 'shirt zebra', page_size: 2, cursor: result.next_cursor })
  expect([...result.data, ...rest.data].map(({ variant_id }) => variant_id)).toEqual([...others, first])
  expect((await list({ q: 'shirt zebra', page_size: 2, cursor: rest.prev_cursor })).data).toEqual(result.data)
  expect((await list({ q: shirt.variants[1]?.sku })).data).toMatchObject([{ title: 'M', available: 0, product_available: 5, variants: 3 }])
  expect((await list({ q: 'zebra', level: 'out' })).data.map(({ variant_id }) => variant_id)).toEqual([shirt.variants[1]?.id])
  const low = await list({ q: 'zebra', level: 'low', page_size: 2 })
  const lowRest = await list({ q: 'zebra', level: 'low', page_size: 2, cursor: low.next_cursor })
  expect([...low.data, ...lowRest.data].map(({ variant_id }) => variant_id)).toEqual([...others, first])
  const everyLow = async (cursor?: string | null): Promise<string[]> => {
    const page = await list({ level: 'low', page_size: 2, ...(cursor ? { cursor } : {}) })
    return [...page.data.map(({ variant_id }) => variant_id), ...(page.next_cursor ? await everyLow(page.next_cursor) : [])]
  }
  expect(await everyLow()).toEqual((await list({ level: 'low', page_size: 100 })).data.map(({ variant_id }) => variant_id))
  await setThreshold(boss, { product_id: plenty.id, low_stock_threshold: 50 })
  expect((await list({ q: 'zebra', level: 'low' })).data).toHaveLength(4)
  expect((await refusalOf(listInventory(await member(['catalog.write']), ListInventory.parse({})))).code).toBe('forbidden')
  expect((await refusalOf(list({ cursor: low.next_cursor }))).code).toBe('invalid_input')
})

test('R75: a threshold that a product is now below tells once, and can be taken back while nobody has changed it since', async () => {
  const lamp = await makeProduct(categoryId, { stock: 8 })
  const told = async () => (await database().execute(sql`select 1 from outbox where type = 'stock.low' and aggregate_id = ${lamp.id}`)).length
  const { undo } = await setThreshold(boss, { product_id: lamp.id, low_stock_threshold: 8 })
  await setThreshold(boss, { product_id: lamp.id, low_stock_threshold: 9 })
  expect(await told()).toBe(1)
  expect((await refusalOf(takeBack(undo))).code).toBe('stale')
  await setThreshold(boss, { product_id: lamp.id, low_stock_threshold: 8 })
  await takeBack(undo)
  expect((await levelOf(lamp)).low_stock_threshold).toBe(5)
  expect((await refusalOf(setThreshold(systemCtx('test'), { product_id: newId(), low_stock_threshold: 1 }))).code).toBe('not_found')
})

test('after all of it the books add up', async () => {
  expect(await findViolations(database())).toEqual([])
})

test('the list comes as a file, whole and in its order, for who may change stock', async () => {
  const category = await makeCategory()
  const name = `=Crate ${newId()}`
  await makeProduct(category, { name, stock: 3 })
  await makeProduct(category, { name, stock: 4 })
  const file = async (ctx = boss) => {
    let text = ''
    for await (const part of inventoryAsCsv(ctx, { q: name.slice(1) })) text += part
    return text.trim().split('\n')
  }
  const [head, ...lines] = await file()
  expect(head).toBe('product,variant,sku,for_sale,on_hand,reserved,available,product_available,low_from')
  expect(lines.map((line) => [line.split(',')[0], line.split(',')[4]])).toEqual([
    [`'${name}`, '4'],
    [`'${name}`, '3'],
  ])
  const pages: number[] = []
  for await (const levels of eachLevel(boss, { q: name.slice(1) }, 1)) pages.push(...levels.map(({ on_hand }) => on_hand))
  expect(pages).toEqual([4, 3])
  expect((await refusalOf(file(await member(['catalog.read'])))).code).toBe('forbidden')
})
