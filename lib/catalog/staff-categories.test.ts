import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeUser } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { AuditId, type CategoryId, newId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { undoChange } from '@/lib/undo/undo-change'
import { listCategories } from './list-categories'
import { placeCategory } from './place-category'
import { readCategoryTree } from './read-category-tree'
import { saveCategory } from './save-category'
import { makeLamp, makeTree, newEvents, placesOf } from './testing/world'

let tree: Awaited<ReturnType<typeof makeTree>>
let lamp: Awaited<ReturnType<typeof makeLamp>>
let boss: Ctx

beforeAll(async () => {
  tree = await makeTree()
  lamp = await makeLamp(tree.lamps)
  boss = await member()
})

async function member(permissions?: StaffPermission[]): Promise<Ctx> {
  const userId = await makeUser()
  await database().execute(sql`update users set role = 'staff' where id = ${userId}`)
  return { actor: { kind: 'user', userId, role: 'staff', ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

const names = async () => (await readCategoryTree(boss)).data.map(({ depth, name }) => `${'-'.repeat(depth)}${name}`)
const place = (id: CategoryId, parent_id: CategoryId | null, index: number) => placeCategory(boss, { id, parent_id, index })
const takeBack = (undo: AuditId | null) => undoChange(boss, { id: AuditId.parse(undo) })

test('a category is moved in the tree with what lies below it, and back again by undo; the shop shows the new order', async () => {
  expect(await names()).toEqual(['Home', '-Lighting', '--Lamps', 'Gifts'])
  const { undo } = await place(tree.gifts, null, 0)
  expect((await listCategories(boss)).map(({ name }) => name)).toEqual(['Gifts', 'Home'])
  const { undo: below } = await place(tree.lighting, tree.gifts, 9)
  expect(await names()).toEqual(['Gifts', '-Lighting', '--Lamps', 'Home'])
  expect(await placesOf(lamp.productId)).toEqual(['gifts', 'lamps', 'lighting'])
  await takeBack(below)
  await takeBack(undo)
  expect(await names()).toEqual(['Home', '-Lighting', '--Lamps', 'Gifts'])
  expect(await placesOf(lamp.productId)).toEqual(['home', 'lamps', 'lighting'])
})

test('a place below itself is refused, and nothing has moved', async () => {
  expect((await refusalOf(place(tree.home, tree.lamps, 0))).code).toBe('invalid_input')
  expect((await refusalOf(place(tree.home, tree.home, 0))).code).toBe('invalid_input')
  expect(await names()).toEqual(['Home', '-Lighting', '--Lamps', 'Gifts'])
  expect((await refusalOf(placeCategory(await member(['catalog.read']), { id: tree.home, parent_id: null, index: 1 }))).code).toBe('forbidden')
})

test('a category that is renamed and hidden is gone from the shop with what lies below it, and comes back by undo', async () => {
  await newEvents()
  const { undo } = await saveCategory(boss, { category_id: tree.lighting, name: 'Light', is_active: false })
  expect(await newEvents()).toMatchObject([{ type: 'category.changed', categoryId: tree.lighting, ancestorIds: [tree.home] }])
  const { data } = await readCategoryTree(boss)
  expect(data.filter(({ is_shown }) => !is_shown).map(({ name }) => name)).toEqual(['Light', 'Lamps'])
  expect((await listCategories(boss)).flatMap(({ children }) => children)).toEqual([])
  await takeBack(undo)
  expect(await names()).toContain('-Lighting')
  expect((await listCategories(boss))[0]?.children.map(({ name }) => name)).toEqual(['Lighting'])
})

test('what somebody else changed meanwhile is neither overwritten nor taken back', async () => {
  const version = (await readCategoryTree(boss)).data.find(({ id }) => id === tree.gifts)?.version
  const { undo } = await saveCategory(boss, { category_id: tree.gifts, name: 'Presents', version })
  const late = await refusalOf(saveCategory(boss, { category_id: tree.gifts, name: 'Giveaways', version }))
  expect([late.code, late.options.extra?.changes]).toEqual(['stale', [{ label: 'Name', theirs: 'Presents' }]])
  await saveCategory(boss, { category_id: tree.gifts, description: 'For others' })
  expect((await refusalOf(takeBack(undo))).code).toBe('stale')
})

test('the tree is read in one statement, a new category stands last, and a save that changes nothing is not written down', async () => {
  const { statements } = await recordStatements(() => readCategoryTree(boss))
  expect(statements).toHaveLength(1)
  const added = await saveCategory(boss, { name: 'Aprons', slug: 'aprons' })
  expect((await names()).at(-1)).toBe('Aprons')
  expect((await saveCategory(boss, { category_id: added.category_id, name: 'Aprons' })).undo).toBeNull()
})

test('a category that was added is hidden by undo, and shown again when that is taken back', async () => {
  const { undo } = await saveCategory(boss, { name: 'Kites', slug: 'kites', parent_id: tree.gifts })
  const shown = async () => (await readCategoryTree(boss)).data.find(({ name }) => name === 'Kites')?.is_active
  const hidden = await takeBack(undo)
  expect(hidden.message).toBe('Taken back. The category stays, hidden from shoppers.')
  expect(await shown()).toBe(false)
  expect((await refusalOf(takeBack(undo))).code).toBe('conflict')
  expect((await takeBack(hidden.id)).message).toBe('Taken back.')
  expect(await shown()).toBe(true)
})
