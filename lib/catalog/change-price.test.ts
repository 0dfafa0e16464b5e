import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { changePrice } from './change-price'
import { lampEach } from './testing/lamp-each'
import { newEvents, productColumns, staff, staleRows } from './testing/world'

const scene = lampEach()

test('a new price moves the range, the copies in lists and the version, and says which pages fall', async () => {
  const before = await productColumns(scene.lamp.productId)
  const { result, statements } = await recordStatements(() => changePrice(staff, { product_id: scene.lamp.productId, price_minor: 6000 }))
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ price_min_minor: 5500, price_max_minor: 6000, version: before.version + 1 })
  expect(result.page_version).toBe(before.version + 1)
  expect(await staleRows()).toBe(0)
  const [event] = await newEvents()
  expect(event).toMatchObject({ type: 'price.changed', productId: scene.lamp.productId })
  expect(event && 'categoryIds' in event && new Set(event.categoryIds)).toEqual(new Set([scene.tree.home, scene.tree.lighting, scene.tree.lamps]))
  expect(statements.length).toBeLessThanOrEqual(8)
})

test('a new price is in the log with the former one', async () => {
  await changePrice(staff, { product_id: scene.lamp.productId, price_minor: 6000 })
  await changePrice(staff, { product_id: scene.lamp.productId, price_minor: 6000 })
  const rows = await database().execute(sql`
    select before, after from audit_log where subject_id = ${scene.lamp.productId} and action = 'product.changed'`)
  expect([...rows]).toEqual([{ before: { price_minor: 4000 }, after: { price_minor: 6000 } }])
})

test('a variant without a price of its own follows the product again', async () => {
  await changePrice(staff, { variant_id: scene.lamp.brass, price_minor: null })
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ price_min_minor: 4000, price_max_minor: 4000 })
})

test('parallel changes of product and variants end in the range of what they wrote', async () => {
  await Promise.all([
    changePrice(staff, { variant_id: scene.lamp.white, price_minor: 1000 }),
    changePrice(staff, { variant_id: scene.lamp.brass, price_minor: 9000 }),
    changePrice(staff, { product_id: scene.lamp.productId, price_minor: 5000 }),
    changePrice(staff, { variant_id: scene.lamp.white, price_minor: 1000 }),
    changePrice(staff, { variant_id: scene.lamp.brass, price_minor: 9000 }),
  ])
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ price_min_minor: 1000, price_max_minor: 9000 })
  expect(await staleRows()).toBe(0)
})

test('a former price that is no saving is refused and nothing changes', async () => {
  const change = changePrice(staff, { product_id: scene.lamp.productId, price_minor: 4500, compare_price_minor: 4500 })
  await expect(change).rejects.toMatchObject({ code: 'invalid_input' })
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ price_min_minor: 4000 })
  expect(await newEvents()).toEqual([])
})

test('shoppers may not change prices, and unknown things are not found', async () => {
  const shopper: Ctx = { ...staff, actor: { kind: 'user', userId: newId<UserId>(), role: 'customer' } }
  await expect(changePrice(shopper, { product_id: scene.lamp.productId, price_minor: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    changePrice({ ...shopper, actor: { kind: 'guest', sessionKey: null } }, { product_id: scene.lamp.productId, price_minor: 1 }),
  ).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  await expect(changePrice(staff, { variant_id: newId(), price_minor: 1 })).rejects.toMatchObject({ code: 'not_found' })
})
