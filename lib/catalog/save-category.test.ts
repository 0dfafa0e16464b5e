import { beforeAll, expect, test } from 'vitest'
import { saveCategory } from './save-category'
import { saveProduct } from './save-product'
import { makeLamp, makeTree, newEvents, placesOf, staff, staleRows } from './testing/world'

let tree: Awaited<ReturnType<typeof makeTree>>
let lamp: Awaited<ReturnType<typeof makeLamp>>

beforeAll(async () => {
  tree = await makeTree()
  lamp = await makeLamp(tree.lamps)
  await newEvents()
})

test('a category that moves takes its products to the new ancestors and away from the old ones', async () => {
  await saveCategory(staff, { category_id: tree.lighting, parent_id: tree.gifts })
  expect(await placesOf(lamp.productId)).toEqual(['gifts', 'lamps', 'lighting'])
  const [event] = await newEvents()
  expect(event).toMatchObject({ type: 'category.changed', categoryId: tree.lighting, ancestorIds: [tree.home, tree.gifts] })
  await saveCategory(staff, { category_id: tree.lighting, parent_id: tree.home })
  expect(await placesOf(lamp.productId)).toEqual(['home', 'lamps', 'lighting'])
  expect(await staleRows()).toBe(0)
})

test('a product that is in the old ancestor by itself stays there', async () => {
  await saveProduct(staff, { product_id: lamp.productId, category_ids: [tree.home] })
  await saveCategory(staff, { category_id: tree.lighting, parent_id: tree.gifts })
  expect(await placesOf(lamp.productId)).toEqual(['gifts', 'home', 'lamps', 'lighting'])
  await saveCategory(staff, { category_id: tree.lighting, parent_id: tree.home })
})

test('of two moves that would make a circle together one is refused', async () => {
  const moves = await Promise.allSettled([
    saveCategory(staff, { category_id: tree.home, parent_id: tree.gifts }),
    saveCategory(staff, { category_id: tree.gifts, parent_id: tree.lamps }),
  ])
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(moves.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'invalid_input' } })
})

test('an address that another category has is refused at its field', async () => {
  await expect(saveCategory(staff, { name: 'Lamps', slug: 'lamps' })).rejects.toMatchObject({ options: { errors: [{ pointer: '/slug' }] } })
})
