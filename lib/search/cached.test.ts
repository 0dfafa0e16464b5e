import { beforeAll, expect, test } from 'vitest'
import { recordStatements } from '@/db/statements'
import { makeWorld } from '@/db/testing/world'
import { changePrice } from '@/lib/catalog/change-price'
import { systemCtx } from '@/lib/core/context'
import { getFacets, getFoundProducts } from './cached'

let products: Awaited<ReturnType<typeof makeWorld>>['products']
beforeAll(async () => {
  products = (await makeWorld()).products
})

const search = () => Promise.all([getFoundProducts({ q: 'lamp', page_size: 24 }), getFacets({ search: 'lamp' })])

test('R109, R114: a search is read once for everybody who asks the same, and anew after a product changed', async () => {
  const first = await recordStatements(search)
  expect(first.statements.length).toBeGreaterThan(0)
  const second = await recordStatements(search)
  expect([second.result, second.statements]).toEqual([first.result, []])
  const [lamp] = first.result[0].data
  expect(lamp?.price.amount).toBe(4900)
  await changePrice(systemCtx('test'), { variant_id: products.lamp.variantId, price_minor: 4500, compare_price_minor: null })
  const [found, facets] = await search()
  expect(found.data[0]?.price.amount).toBe(4500)
  expect(facets.total.count).toBe(1)
})
