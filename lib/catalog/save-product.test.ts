import { expect, test } from 'vitest'
import { requireStaffProduct } from './find-staff-product'
import { publishProduct } from './publish-product'
import { saveProduct } from './save-product'
import { setFeatured } from './set-featured'
import { lampEach } from './testing/lamp-each'
import { makeLamp, newEvents, placesOf, productColumns, staff, staleRows } from './testing/world'
import { withdrawProduct } from './withdraw-product'
import { SaveProduct } from './write-schemas'

const scene = lampEach()

test('a new product is listed in its category and in every ancestor', async () => {
  expect(await placesOf(scene.lamp.productId)).toEqual(['home', 'lamps', 'lighting'])
  expect(await productColumns(scene.lamp.productId)).toMatchObject({
    price_min_minor: 4000,
    price_max_minor: 5500,
    facet_values: ['Colour=Brass', 'Colour=White', 'Material=Steel'],
    version: 1,
    quantity: 0,
  })
  expect(await staleRows()).toBe(0)
})

test('new facts reach the facets, and what was not sent stays', async () => {
  await saveProduct(staff, { product_id: scene.lamp.productId, attributes: { Material: 'Oak' } })
  const columns = await productColumns(scene.lamp.productId)
  expect(columns.facet_values).toEqual(['Colour=Brass', 'Colour=White', 'Material=Oak'])
  expect(columns.slug).toBe(`lamp-${scene.made}`)
})

test('a product that moves falls from the categories it leaves as well as those it comes to', async () => {
  await saveProduct(staff, { product_id: scene.lamp.productId, primary_category_id: scene.tree.gifts })
  expect(await placesOf(scene.lamp.productId)).toEqual(['gifts'])
  const [event] = await newEvents()
  expect(event && 'categoryIds' in event && new Set(event.categoryIds)).toEqual(new Set(Object.values(scene.tree)))
  expect(await staleRows()).toBe(0)
})

test('a new slug makes the page under the old one fall too', async () => {
  await saveProduct(staff, { product_id: scene.lamp.productId, slug: `renamed-${scene.made}` })
  expect((await newEvents()).map((event) => 'slug' in event && event.slug).sort()).toEqual([`lamp-${scene.made}`, `renamed-${scene.made}`])
})

test('a slug that another product has is refused at its field', async () => {
  const other = await makeLamp(scene.tree.gifts, `other-${scene.made}`)
  await expect(saveProduct(staff, { product_id: other.productId, slug: `lamp-${scene.made}` })).rejects.toMatchObject({
    code: 'invalid_input',
    options: { errors: [{ pointer: '/slug' }] },
  })
})

test('of two people who save the same version one is told that it is old', async () => {
  const version = new Date((await productColumns(scene.lamp.productId)).updated_at).toISOString()
  const saves = await Promise.allSettled([
    saveProduct(staff, { product_id: scene.lamp.productId, name: 'One', version }),
    saveProduct(staff, { product_id: scene.lamp.productId, name: 'Two', version }),
  ])
  expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(saves.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
})

test('what a save answers as the version is what the next one is sent with', async () => {
  const product_id = scene.lamp.productId
  const { version } = await saveProduct(staff, { product_id, name: 'One' })
  const saved = await saveProduct(staff, SaveProduct.parse({ product_id, name: 'Two', version }))
  const same = await saveProduct(staff, SaveProduct.parse({ product_id, name: 'Two', version: saved.version }))
  expect([same.version, same.undo]).toEqual([saved.version, null])
  expect((await requireStaffProduct(staff, { product_id })).version).toBe(saved.version)
})

test('a product that leaves the featured ones makes them fall', async () => {
  await setFeatured(staff, { product_id: scene.lamp.productId, is_featured: true })
  await setFeatured(staff, { product_id: scene.lamp.productId, is_featured: false })
  expect(await newEvents()).toMatchObject([{ isFeatured: true }, { isFeatured: true }])
})

test('a withdrawn product leaves the lists and comes back when it is published', async () => {
  await withdrawProduct(staff, { product_id: scene.lamp.productId })
  expect(await staleRows()).toBe(0)
  const { page_version } = await publishProduct(staff, { product_id: scene.lamp.productId })
  expect(page_version).toBe(3)
  expect(await staleRows()).toBe(0)
})
