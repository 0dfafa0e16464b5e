import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProducts, makeUser } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { listAllProducts, listProductPlaces } from './list-all-products'
import { ListAllProducts, StaffProductPage } from './staff-schemas'

const staff = systemCtx('test')
const list = (query: Record<string, unknown> = {}) => listAllProducts(staff, ListAllProducts.parse(query))
const names = async (query: Record<string, unknown>) => (await list(query)).data.map(({ name }) => name)

let things: CategoryId
let others: CategoryId

beforeAll(async () => {
  things = await makeCategory()
  others = await makeCategory()
  await makeProducts(things, [
    { name: 'Anvil', priceMinor: 9000, stock: 0 },
    { name: 'basket', priceMinor: 1000, stock: [2, 1] },
    { name: 'Candle', priceMinor: 500, stock: 40, isActive: false },
    { name: 'Drum', priceMinor: 7000, isTracked: false },
  ])
  await makeProducts(others, [{ name: 'Easel', priceMinor: 3000, stock: 8 }])
  const [candle] = (await list({ q: 'candle' })).data
  await database().execute(sql`update products set archived_at = now() where id = ${candle?.id}`)
})

test('staff see every product with its status, price and stock, in two statements', async () => {
  const { result, statements } = await recordStatements(() => list({ sort: 'name' }))
  expect(statements).toHaveLength(2)
  const { data, total, total_is_exact } = StaffProductPage.parse(result)
  expect([total, total_is_exact]).toEqual([5, true])
  expect(data.map(({ name, status, price, stock, is_low, variants }) => [name, status, price.amount, stock, is_low, variants])).toEqual([
    ['Anvil', 'active', 9000, 0, true, 1],
    ['basket', 'active', 1000, 3, true, 2],
    ['Candle', 'archived', 500, 40, false, 1],
    ['Drum', 'active', 7000, null, false, 1],
    ['Easel', 'active', 3000, 8, false, 1],
  ])
})

test('filters narrow it, each and together', async () => {
  expect(await names({ q: 'ASK' })).toEqual(['basket'])
  const [{ sku } = { sku: '' }] = (await list({ q: 'drum' })).data
  expect(await names({ q: sku.toLowerCase() })).toEqual(['Drum'])
  expect(await names({ status: 'archived' })).toEqual(['Candle'])
  expect(await names({ status: 'draft' })).toEqual([])
  expect(await names({ category: others })).toEqual(['Easel'])
  expect(await names({ stock: 'out' })).toEqual(['Anvil'])
  expect(await names({ stock: 'low', sort: 'stock' })).toEqual(['Anvil', 'basket'])
  expect(await names({ stock: 'in', sort: 'price' })).toEqual(['Candle', 'Easel', 'Drum'])
  expect(await names({ stock: 'in', status: 'active', category: things })).toEqual(['Drum'])
})

test('each sort pages forwards and back without a gap', async () => {
  for (const sort of ['newest', 'name', '-name', 'price', '-price', 'stock', '-stock']) {
    for (const filters of [{}, { q: 'a' }]) {
      const whole = (await list({ ...filters, sort })).data.map(({ id }) => id)
      const walked: string[] = []
      let page = await list({ ...filters, sort, page_size: 2 })
      walked.push(...page.data.map(({ id }) => id))
      while (page.next_cursor) {
        page = await list({ ...filters, sort, page_size: 2, cursor: page.next_cursor })
        walked.push(...page.data.map(({ id }) => id))
      }
      expect([sort, walked]).toEqual([sort, whole])
      const back = await list({ ...filters, sort, page_size: 2, cursor: page.prev_cursor })
      expect(back.data.map(({ id }) => id)).toEqual(whole.slice(-page.data.length - 2, -page.data.length))
    }
  }
})

test('what matches can be named for a change of all of it', async () => {
  expect(await listProductPlaces(staff, { category: things }, { limit: 3 })).toHaveLength(3)
})

test('nobody else sees it, and a cursor of another list is refused', async () => {
  expect((await refusalOf(listAllProducts(signedIn(await makeUser()), ListAllProducts.parse({})))).code).toBe('forbidden')
  const { next_cursor } = await list({ page_size: 1, sort: 'name' })
  expect((await refusalOf(list({ sort: 'price', cursor: next_cursor }))).code).toBe('invalid_input')
})
