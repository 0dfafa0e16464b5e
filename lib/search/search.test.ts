import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { seedCatalogue } from '@/db/seed'
import { recordStatements } from '@/db/statements'
import { makeCategory, makeProducts } from '@/db/testing/world'
import { ListProducts, SearchProducts } from '@/lib/catalog/schemas'
import { systemCtx } from '@/lib/core/context'
import { env } from '@/lib/platform/env'
import { findAlternatives } from './find-alternatives'
import { findFacets } from './find-facets'
import { findProducts } from './find-products'
import { searchProducts } from './search-products'
import { suggest } from './suggest'

const ctx = systemCtx('test')
const search = (q: string, input: Record<string, unknown> = {}) => searchProducts(ctx, SearchProducts.parse({ q, ...input }))
const namesOf = async (q: string, input: Record<string, unknown> = {}) => (await search(q, input)).data.map((card) => card.name)

beforeAll(async () => {
  await seedCatalogue(env.DATABASE_URL ?? '', { products: 1000 })
  const things = await makeCategory()
  await makeProducts(things, [
    { name: 'Zebrawood Xylophone', stock: [3, 2], priceMinor: 9900 },
    { name: 'Zebrawood Quokkastand', priceMinor: 1500 },
    { name: 'Quokkastand', priceMinor: 700, stock: 0 },
    { name: 'Moonbackpack', isActive: true },
    { name: 'Zither' },
    { name: 'Zitherbox' },
    { name: 'Withdrawn Xylophone', isActive: false },
  ])
}, 120_000)

describe('search over 1,000 products (R178)', () => {
  it('finds every word, in any order and case, and hides what is withdrawn', async () => {
    expect(await namesOf('XYLOPHONE zebrawood')).toEqual(['Zebrawood Xylophone'])
    expect(await namesOf('xylophone')).toEqual(['Zebrawood Xylophone'])
  })

  it('understands phrases, or and minus', async () => {
    expect(await namesOf('"zebrawood xylophone"')).toEqual(['Zebrawood Xylophone'])
    expect((await namesOf('xylophone or moonbackpack')).sort()).toEqual(['Moonbackpack', 'Zebrawood Xylophone'])
    expect(await namesOf('zebrawood -xylophone')).toEqual(['Zebrawood Quokkastand'])
  })

  it('finds the beginning of the last word', async () => {
    expect(await namesOf('zebrawood xylo')).toEqual(['Zebrawood Xylophone'])
  })

  it('finds a product by what can be chosen of it and by what it is made of', async () => {
    const said = { options: [{ name: 'Colour', values: ['Vermilion', 'Teal'] }], attributes: { Material: 'Bakelite' } }
    await database().execute(
      sql`update products set options = ${JSON.stringify(said.options)}::jsonb, attributes = ${JSON.stringify(said.attributes)}::jsonb where name = 'Moonbackpack'`,
    )
    expect(await namesOf('vermilion moonbackpack')).toEqual(['Moonbackpack'])
    expect(await namesOf('bakelite')).toEqual(['Moonbackpack'])
  })

  it('finds a part of an SKU', async () => {
    expect(await namesOf('QUOKKASTAND-2')).toEqual(['Zebrawood Quokkastand'])
    expect((await search('SYN-0000042')).data).toHaveLength(1)
  })

  it.each([
    ['zebrawod', 'zebrawood'],
    ['xylohpone', 'xylophone'],
    ['quokastnd', 'quokkastand'],
    ['moonback', 'moonback'],
    ['oonbackp', 'moonbackpack'],
  ])('forgives %s', async (typed, corrected) => {
    const { data, corrected_to } = await search(typed)
    expect(data.length).toBeGreaterThan(0)
    expect(corrected_to ?? typed).toBe(corrected)
  })

  it('puts the name before the description', async () => {
    const names = await namesOf('lamp', { page_size: 5 })
    for (const name of names) expect(name.toLowerCase()).toContain('lamp')
  })

  it('goes through all hits by cursor without repeating one', async () => {
    const whole = await search('lamp', { page_size: 100 })
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await search('lamp', { page_size: 7, cursor: cursor ?? undefined })
      ids.push(...page.data.map((card) => card.id))
      cursor = page.next_cursor
    } while (cursor)
    expect(ids.slice(0, 100)).toEqual(whole.data.map((card) => card.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('goes back by cursor the way it came, from where a name has the word to where only a text has it', async () => {
    const whole = (await search('glass', { page_size: 100 })).data.map((card) => card.id)
    let page = await search('glass', { page_size: 9 })
    while (page.next_cursor) page = await search('glass', { page_size: 9, cursor: page.next_cursor })
    const ids = page.data.map((card) => card.id)
    while (page.prev_cursor) {
      page = await search('glass', { page_size: 9, cursor: page.prev_cursor })
      ids.unshift(...page.data.map((card) => card.id))
    }
    expect(ids.slice(0, whole.length)).toEqual(whole)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await search('glass', { page: 1, page_size: 1 })).total).toBe(ids.length)
  })

  it('takes a whole word for that word, and a rare one for a beginning too', async () => {
    expect(await namesOf('zither')).toEqual(['Zither', 'Zitherbox'])
    for (const name of await namesOf('steel', { page_size: 100 })) expect(name).toMatch(/steel/i)
  })

  it('follows a product that is renamed', async () => {
    await database().execute(sql`update products set name = 'Moonbackpack Vuvuzela' where name = 'Moonbackpack'`)
    expect(await namesOf('vuvuzela')).toEqual(['Moonbackpack Vuvuzela'])
    await database().execute(sql`update products set name = 'Moonbackpack' where name = 'Moonbackpack Vuvuzela'`)
    expect(await namesOf('vuvuzela')).toEqual([])
  })

  it('combines with filters and sorts', async () => {
    expect(await namesOf('zebrawood or quokkastand', { sort: 'price', in_stock: 'true' })).toEqual(['Zebrawood Quokkastand', 'Zebrawood Xylophone'])
    expect(await namesOf('zebrawood', { price_max: 2000 })).toEqual(['Zebrawood Quokkastand'])
    expect(await namesOf('xylophone', { facet: 'Size=S' })).toEqual(['Zebrawood Xylophone'])
    expect(await search('zebrawood', { page: 1 })).toMatchObject({ total: 2, total_is_exact: true })
  })

  it('costs one statement, three when words were corrected', async () => {
    const statements = async (q: string, page_size: number) => (await recordStatements(() => search(q, { page_size }))).statements.length
    expect(await statements('lamp', 1)).toBeLessThanOrEqual(3)
    expect(await statements('lamp', 100)).toBe(1)
    expect(await statements('zebrawod', 20)).toBe(3)
    expect(await statements('xylophone jabberwocky', 20)).toBe(3)
  })

  it('shows what has some of the words when nothing has all, the most first, and says so', async () => {
    const { data, some_of } = await search('xylophone jabberwocky quokkastand zebrawood')
    expect(some_of).toBe('xylophone or jabberwocky or quokkastand or zebrawood')
    expect(
      data
        .map((card) => card.name)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Zebrawood Quokkastand', 'Zebrawood Xylophone'])
    expect(data.slice(2).map((card) => card.name)).toEqual(['Quokkastand'])
    expect((await search('xylophone jabberwocky', { sort: 'price' })).data.map((card) => card.name)).toEqual(['Zebrawood Xylophone'])
    expect((await search('xylophone zebrawood')).some_of).toBeUndefined()
    expect(await namesOf('"xylophone jabberwocky"')).toEqual([])
    expect((await findFacets(ctx, { search: some_of })).total.count).toBe(3)
  })

  it('goes through what has some of the words by cursor and by number, without repeating one', async () => {
    const whole = (await search('lamp jabberwocky', { page_size: 100, page: 1 })).data.map((card) => card.id)
    const first = await search('lamp jabberwocky', { page_size: 4 })
    const second = await search('lamp jabberwocky', { page_size: 4, cursor: first.next_cursor })
    expect([...first.data, ...second.data].map((card) => card.id)).toEqual(whole.slice(0, 8))
    expect(second.some_of).toBe('lamp or jabberwocky')
    const back = await search('lamp jabberwocky', { page_size: 4, cursor: second.prev_cursor })
    expect(back.data.map((card) => card.id)).toEqual(whole.slice(0, 4))
    await expect(search('lamp', { cursor: first.next_cursor })).rejects.toMatchObject({ code: 'invalid_input' })
    // Past the end of a list that has all the words there is nothing, not another list.
    expect((await search('xylophone zebrawood', { page: 9 })).data).toEqual([])
  })

  it('takes the words by either name', async () => {
    expect((await searchProducts(ctx, SearchProducts.parse({ search: 'xylophone' }))).data).toHaveLength(1)
    expect((await findProducts(ctx, ListProducts.parse({ q: 'xylophone' }))).data).toHaveLength(1)
    expect((await findFacets(ctx, { q: 'xylophone' })).total.count).toBe(1)
  })

  it('stands in for a list when words are given', async () => {
    const { data } = await findProducts(ctx, ListProducts.parse({ search: 'xylophone' }))
    expect(data.map((card) => card.name)).toEqual(['Zebrawood Xylophone'])
  })
})

const hostile = [
  "'",
  'a&',
  '%',
  ':*',
  'x'.repeat(200),
  'рубашка',
  '🎉🎸',
  '',
  '\\',
  "'a':*",
  '!',
  '<->',
  '(',
  '"',
  '-',
  'or',
  'a or',
  '$1',
  '--',
  ';',
  '\t',
  'a\\',
  "';select 1",
  '_',
  '日本',
]

describe('no text is an error', () => {
  it.each(hostile)('%j', async (q) => {
    await search(q)
    await search(q, { sort: 'price', page: 1 })
    await suggest(ctx, { q: q.trim() })
    await findFacets(ctx, { search: q.trim() })
  })

  it('whatever is typed', async () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: fc.constantFrom(...` '"\\:*&|!()<->%_-ab1é`), maxLength: 30 }))
    await fc.assert(
      fc.asyncProperty(
        text.filter((q) => !q.includes('\0')),
        async (q) => {
          await search(q)
          await suggest(ctx, { q })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('suggestions', () => {
  it('are at most six products and three categories', async () => {
    const { products, categories } = await suggest(ctx, { q: 'la' })
    expect(products.length).toBeLessThanOrEqual(6)
    expect(categories.length).toBeLessThanOrEqual(3)
    expect((await suggest(ctx, { q: 'thin' })).categories[0]).toMatchObject({ name: 'Things', parent_name: null })
  })

  it('forgive a slip', async () => {
    const { products } = await suggest(ctx, { q: 'xylohpone' })
    expect(products.map((product) => product.name)).toEqual(['Zebrawood Xylophone'])
  })

  it('offer something when nothing was found', async () => {
    const { categories } = await findAlternatives(ctx, 'qqqqqq')
    expect(categories.length).toBeGreaterThan(0)
  })
})

describe('facets', () => {
  it('count a group without its own filter and the others with it', async () => {
    const { attributes, total } = await findFacets(ctx, { search: 'xylophone', facet: ['Size=S'] })
    expect(total).toEqual({ count: 1, is_exact: true })
    expect(attributes).toEqual([
      {
        name: 'Size',
        values: [
          { value: 'Size=S', label: 'S', count: 1, is_exact: true, is_selected: true },
          { value: 'Size=M', label: 'M', count: 1, is_exact: true, is_selected: false },
        ],
      },
    ])
  })

  it('promise what the filter then finds', async () => {
    const filters = { search: 'zebrawood or quokkastand' }
    const facets = await findFacets(ctx, filters)
    expect(facets.prices.map((price) => [price.value, price.count])).toEqual([
      ['0-2500', 2],
      ['5000-10000', 1],
    ])
    expect(facets.in_stock).toMatchObject([{ count: 2 }])
    expect(await namesOf(filters.search, { price_min: 0, price_max: 2500 })).toHaveLength(2)
    expect(await namesOf(filters.search, { in_stock: 'true' })).toHaveLength(2)
  })

  it('stop counting, say so, and cost one statement', async () => {
    const { result, statements } = await recordStatements(() => findFacets(ctx, {}))
    expect(result.total).toEqual({ count: 500, is_exact: false })
    expect(statements).toHaveLength(1)
    expect(result.attributes.length).toBeLessThanOrEqual(8)
    for (const { values } of result.attributes) expect(values.length).toBeLessThanOrEqual(12)
  })
})
