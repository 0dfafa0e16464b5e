import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { productSales } from '@/db/schema/catalog-lists'
import { recordStatements } from '@/db/statements'
import { makeCategory, makeProducts, type WorldProduct } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { createProduct } from './create-product'
import { listProducts } from './list-products'
import type { ListSort } from './list-sorts'
import { saveCategory } from './save-category'
import { ListProducts } from './schemas'
import { CreateProduct, SaveCategory } from './write-schemas'

const ctx = systemCtx('test')
const list = (input: Record<string, unknown>) => listProducts(ctx, ListProducts.parse(input))
const namesOf = async (input: Record<string, unknown>) => (await list(input)).data.map((card) => card.name)
const sorts: ListSort[] = ['newest', 'price', '-price', 'rating', 'best_selling']

let things: CategoryId
let made: WorldProduct[]

beforeAll(async () => {
  things = await makeCategory()
  made = await makeProducts(things, [
    ...Array.from({ length: 120 }, (_, n) => ({ name: `Thing ${n}`, priceMinor: 1000 + (n % 7) * 100, stock: n % 3, isFeatured: n % 10 === 0 })),
    { name: '50%_off \\ Lamp', priceMinor: 99, stock: 0, isTracked: false },
    { name: 'Withdrawn lamp', isActive: false },
  ])
  await database()
    .insert(productSales)
    .values(made.map((product, n) => ({ productId: product.id, sold: n % 11 })))
})

describe('cursor pages', () => {
  it('are complete, do not overlap, and read the same backwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 7, max: 60 }), fc.boolean(), async (sort, page_size, isFiltered) => {
        const filter = isFiltered ? { price_min: 1200, name: 'thing' } : {}
        const whole = await walk({ ...filter, sort, page_size: 100 }, 'next_cursor')
        const forwards = await walk({ ...filter, sort, page_size }, 'next_cursor')
        expect(forwards.flat()).toEqual(whole.flat())
        expect(new Set(forwards.flat()).size).toBe(isFiltered ? 85 : 121)
        const backwards = await walk({ ...filter, sort, page_size }, 'prev_cursor', forwards)
        expect(backwards).toEqual(forwards.slice(0, -1).reverse())
      }),
      { numRuns: 12 },
    )
  })

  it('lose and repeat nothing while products are added', async () => {
    const before = (await walk({ page_size: 100 }, 'next_cursor')).flat()
    const first = await list({ page_size: 50 })
    await makeProducts(things, [{ name: 'Latecomer' }, { name: 'Latecomer' }])
    const second = await list({ page_size: 50, cursor: first.next_cursor })
    const third = await list({ page_size: 50, cursor: second.next_cursor })
    expect([...first.data, ...second.data, ...third.data].map((card) => card.id)).toEqual(before)
  })

  it.each(['rubbish', 'W10', ''.padEnd(400, 'a')])('refuse %s', async (cursor) => {
    await expect(async () => list({ cursor })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('refuse a cursor of another sort', async () => {
    const { next_cursor } = await list({ sort: 'price', page_size: 5 })
    await expect(async () => list({ sort: 'rating', cursor: next_cursor })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

/** The ids of each page, following one kind of cursor; backwards from the last of `pages`. */
async function walk(input: Record<string, unknown>, direction: 'next_cursor' | 'prev_cursor', pages: string[][] = []): Promise<string[][]> {
  const walked: string[][] = []
  let cursor: string | null | undefined
  if (direction === 'prev_cursor') {
    for (const _ of pages) {
      const page = await list({ ...input, cursor: cursor ?? undefined })
      if (page.next_cursor === null) cursor = page.prev_cursor
      else cursor = page.next_cursor
    }
    if (!cursor) return walked
  }
  do {
    const page = await list({ ...input, cursor: cursor ?? undefined })
    walked.push(page.data.map((card) => card.id))
    cursor = page[direction]
  } while (cursor)
  return walked
}

describe('filters', () => {
  it('find a part of the name in any case, with %, _ and backslash as letters', async () => {
    expect(await namesOf({ name: '50%_OFF \\' })).toEqual(['50%_off \\ Lamp'])
    expect(await namesOf({ name: '5_%' })).toEqual([])
  })

  it('hide what is withdrawn', async () => {
    expect(await namesOf({ name: 'withdrawn' })).toEqual([])
  })

  it('combine', async () => {
    const { data } = await list({ name: 'thing', price_min: 1200, price_max: 1400, in_stock: 'true', featured: '1', page_size: 100 })
    const expected = made.filter((_, n) => n < 120 && n % 10 === 0 && n % 3 > 0 && n % 7 >= 2 && n % 7 <= 4)
    expect(data.map((card) => card.name).sort()).toEqual(expected.map((product) => product.name).sort())
  })

  it('count what is not tracked as in stock', async () => {
    expect(await namesOf({ name: 'off', in_stock: 'true' })).toHaveLength(1)
    expect(await namesOf({ name: 'off', in_stock: 'false' })).toHaveLength(0)
  })

  it('take alternatives of one facet and all facets', async () => {
    await makeProducts(things, [{ name: 'Sized', stock: [1, 1] }])
    expect(await namesOf({ facet: ['Size=S', 'Size=XXL'] })).toEqual(['Sized'])
    expect(await namesOf({ facet: ['Size=S', 'Colour=Red'] })).toEqual([])
  })

  it('find a category in any case with everything below it', async () => {
    const upper = await saveCategory(ctx, SaveCategory.parse({ name: 'Upper', slug: 'upper' }))
    const lower = await saveCategory(ctx, SaveCategory.parse({ name: 'Lower', slug: 'lower', parent_id: upper.category_id }))
    const fields = { name: 'Deep', slug: 'deep', sku: 'DEEP', price_minor: 100, primary_category_id: lower.category_id }
    await createProduct(ctx, CreateProduct.parse(fields))
    expect(await namesOf({ category: 'UPPER' })).toEqual(['Deep'])
    expect(await namesOf({ category: 'lower', sort: 'best_selling' })).toEqual(['Deep'])
    expect(await namesOf({ category: 'nowhere' })).toEqual([])
  })
})

describe('numbered pages', () => {
  it('say how many there are', async () => {
    const page = await list({ page: 2, page_size: 50, name: 'thing' })
    expect(page).toMatchObject({ page: 2, page_size: 50, total: 120, total_is_exact: true })
    expect(await list({ page: 400, page_size: 50, name: 'thing' })).toMatchObject({ data: [], total: 120 })
  })
})

describe('the query budget', () => {
  it.each([1, 100])('is one statement for %i products', async (page_size) => {
    for (const sort of sorts) {
      for (const input of [{}, { page: 1 }, { name: 'thing' }]) {
        const { result, statements } = await recordStatements(() => list({ ...input, sort, page_size }))
        expect(result.data).toHaveLength(page_size)
        expect(statements).toHaveLength(1)
      }
    }
  })
})
