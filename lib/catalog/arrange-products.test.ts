import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { tagsFor } from '@/lib/core/tags'
import { undoChange } from '@/lib/undo/undo-change'
import { arrangeProducts } from './arrange-products'
import { findCategory } from './find-category'
import { listProducts } from './list-products'
import { readArrangement } from './read-arrangement'
import { saveProduct } from './save-product'
import { ListProducts, type ProductPage } from './schemas'
import { makeLamp, makeTree, newEvents, staff } from './testing/world'
import { withdrawProduct } from './withdraw-product'

let tree: Awaited<ReturnType<typeof makeTree>>
let boss: Ctx
/** From the oldest to the newest. */
const lamps: ProductId[] = []

beforeAll(async () => {
  tree = await makeTree()
  for (const n of [0, 1, 2, 3, 4, 5, 6]) lamps.push((await makeLamp(tree.lamps, `l${n}`)).productId)
  const userId = await makeUser()
  boss = { ...signedIn(userId), actor: { kind: 'user', userId, role: 'admin' } }
})

beforeEach(async () => {
  await arrange([])
})

const lamp = (n: number): ProductId => lamps[n] ?? expect.fail(`There is no lamp ${n}`)
const arrange = (order: number[], version?: string) => arrangeProducts(boss, { id: tree.lamps, product_ids: order.map(lamp), version })
const page = (input: Record<string, unknown> = {}): Promise<ProductPage> =>
  listProducts(staff, ListProducts.parse({ category: 'lamps', sort: 'arranged', page_size: 3, ...input }))
const numbers = ({ data }: ProductPage) => data.map(({ id }) => lamps.indexOf(id))

async function everyPage(): Promise<number[][]> {
  const pages = [await page()]
  for (let cursor = pages[0]?.next_cursor; cursor; cursor = pages.at(-1)?.next_cursor) pages.push(await page({ cursor }))
  return pages.map(numbers)
}

test('what was put in order comes first, then the newest, over all pages and back again', async () => {
  expect(await everyPage()).toEqual([[6, 5, 4], [3, 2, 1], [0]])
  await arrange([2, 0, 5, 6])
  expect(await everyPage()).toEqual([[2, 0, 5], [6, 4, 3], [1]])
  const second = await page({ cursor: (await page()).next_cursor })
  expect(numbers(await page({ cursor: second.prev_cursor }))).toEqual([2, 0, 5])
  expect(numbers(await page({ page: 2 }))).toEqual([6, 4, 3])
})

test('each category has its own order, and the page of one says whether it has one; elsewhere the newest come first', async () => {
  await arrange([0])
  expect([(await findCategory(staff, 'lamps'))?.default_sort, (await findCategory(staff, 'lighting'))?.default_sort]).toEqual(['arranged', 'newest'])
  expect(numbers(await page({ category: 'lighting' }))).toEqual([6, 5, 4])
  expect(numbers(await page({ category: undefined }))).toEqual([6, 5, 4])
})

test('the order is told to what shows it, can be taken back, and not when somebody changed it since', async () => {
  await newEvents()
  const { undo, version } = await arrange([1, 2])
  const tags = (await newEvents()).flatMap(tagsFor)
  expect(tags).toEqual(expect.arrayContaining([`category:${tree.lamps}`, 'categories_list_root']))
  expect((await refusalOf(arrange([2, 1], 'another'))).code).toBe('stale')
  const later = await arrange([2, 1], version)
  if (!undo || !later.undo) expect.fail('Nothing was written down')
  expect((await refusalOf(undoChange(boss, { id: undo }))).code).toBe('stale')
  await undoChange(boss, { id: later.undo })
  await undoChange(boss, { id: undo })
  expect(numbers(await page())).toEqual([6, 5, 4])
  expect((await arrange([])).undo).toBeNull()
})

test('what is withdrawn keeps its place, what leaves the category loses it, and what is not in it is refused', async () => {
  await arrange([3, 1, 2])
  await withdrawProduct(staff, { product_id: lamp(1) })
  expect(numbers(await page())).toEqual([3, 2, 6])
  expect(await readArrangement(boss, { id: tree.lamps })).toMatchObject({
    arranged: 3,
    data: [{ id: lamp(3) }, { is_active: false }, {}, {}, {}, {}, {}],
  })
  await saveProduct(staff, { product_id: lamp(1), status: 'active' })
  await saveProduct(staff, { product_id: lamp(3), primary_category_id: tree.gifts })
  expect((await refusalOf(arrange([3]))).code).toBe('not_found')
  await saveProduct(staff, { product_id: lamp(3), primary_category_id: tree.lamps })
  expect(numbers(await page())).toEqual([1, 2, 6])
})

test('the dashboard reads it in one statement, and nobody does without the right', async () => {
  await arrange([4])
  const { result, statements } = await recordStatements(() => readArrangement(boss, { id: tree.lamps }))
  expect(statements).toHaveLength(1)
  expect(result.data.map(({ id }) => lamps.indexOf(id))).toEqual([4, 6, 5, 3, 2, 1, 0])
  expect(await readArrangement(boss, { id: tree.gifts })).toMatchObject({ arranged: 0, data: [], is_more: false })
  const reader: Ctx = {
    ...boss,
    actor: { kind: 'user', userId: boss.actor.kind === 'user' ? boss.actor.userId : expect.fail(), role: 'staff', permissions: ['catalog.read'] },
  }
  expect((await refusalOf(arrangeProducts(reader, { id: tree.lamps, product_ids: [] }))).code).toBe('forbidden')
})

test('what was put in order is numbered from nought without holes, and nothing else has a number', async () => {
  await arrange([4, 2])
  await arrange([2, 4, 0])
  const rows = await database().execute<{ product_id: ProductId }>(
    sql`select product_id from category_products where category_id = ${tree.lamps} and position is not null order by position`,
  )
  expect([...rows].map(({ product_id }) => lamps.indexOf(product_id))).toEqual([2, 4, 0])
})
