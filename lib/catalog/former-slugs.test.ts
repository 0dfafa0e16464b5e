import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/products/[slug]/route'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { tagsFor } from '@/lib/core/tags'
import { listReviews } from '@/lib/reviews/list-reviews'
import { ListReviews } from '@/lib/reviews/schemas'
import { undoChange } from '@/lib/undo/undo-change'
import { findMovedCategory, findMovedProduct } from './find-moved'
import { requireProduct } from './find-product'
import { saveCategory } from './save-category'
import { saveProduct } from './save-product'
import { makeLamp, makeTree, newEvents, staff } from './testing/world'
import { withdrawProduct } from './withdraw-product'

const ctx = systemCtx('test')
let tree: Awaited<ReturnType<typeof makeTree>>
let id: Awaited<ReturnType<typeof makeLamp>>['productId']
let admin: Ctx
let made = 0

beforeAll(async () => {
  tree = await makeTree()
  const userId = await makeUser()
  admin = { ...signedIn(userId), actor: { kind: 'user', userId, role: 'admin' } }
})

beforeEach(async () => {
  id = (await makeLamp(tree.lamps, `lamp-${++made}`)).productId
})

const rename = (slug: string) => saveProduct(staff, { product_id: id, slug })
const leadsTo = async (slug: string) => (await findMovedProduct(ctx, slug))?.slug ?? null

test('each address that a product had leads to the one that it has', async () => {
  await rename('second')
  await rename('third')
  expect([await leadsTo(`lamp-${made}`), await leadsTo('second'), await leadsTo('third')]).toEqual(['third', 'third', null])
})

test('who renames back leaves one way, and no circle', async () => {
  const { undo } = await rename('renamed')
  if (undo) await undoChange(admin, { id: undo })
  expect([await leadsTo('renamed'), await leadsTo(`lamp-${made}`)]).toEqual([`lamp-${made}`, null])
})

test('an address that another product takes is its own, and stays so when it leaves it', async () => {
  const before = id
  await rename('sought-after')
  await rename('given-up')
  id = (await makeLamp(tree.lamps, 'sought-after')).productId
  expect(await leadsTo('sought-after')).toBeNull()
  await rename('elsewhere')
  expect(await leadsTo('sought-after')).toBe('elsewhere')
  id = before
  await rename('sought-after')
  expect(await leadsTo('sought-after')).toBeNull()
})

test('what is withdrawn leads nowhere until it is back, and the answer falls with it', async () => {
  await rename(`out-${made}`)
  await newEvents()
  await withdrawProduct(staff, { product_id: id })
  expect(await findMovedProduct(ctx, `lamp-${made}`)).toMatchObject({ is_active: false })
  expect((await refusalOf(requireProduct(ctx, { slug: `lamp-${made}` }))).code).toBe('not_found')
  expect((await newEvents()).flatMap(tagsFor)).toContain(`product:${id}`)
})

test('a category that is renamed is found by its old address in any case, unless it is hidden', async () => {
  await saveCategory(staff, { category_id: tree.lamps, slug: 'lights' })
  expect(await findMovedCategory(ctx, 'Lamps')).toBe('lights')
  await saveCategory(staff, { category_id: tree.lighting, is_active: false })
  expect(await findMovedCategory(ctx, 'lamps')).toBeNull()
  await saveCategory(staff, { category_id: tree.lighting, is_active: true })
  await saveCategory(staff, { name: 'Lamps', slug: 'lamps' })
  expect(await findMovedCategory(ctx, 'lamps')).toBeNull()
})

test('the API leads on with the query, for products and their reviews, and costs unknown addresses one statement more', async () => {
  await rename(`new-${made}`)
  const slug = `lamp-${made}`
  const answer = await GET(new Request(`http://shop.test/api/v1/products/${slug}?a=1`), { params: Promise.resolve({ slug }) })
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `/api/v1/products/new-${made}?a=1`])
  expect(await answer.json()).toMatchObject({ code: 'moved', status: 308 })
  expect((await refusalOf(listReviews(ctx, ListReviews.parse({ slug })))).options.movedTo).toEqual({ from: slug, to: `new-${made}` })
  const { statements } = await recordStatements(() => refusalOf(requireProduct(ctx, { slug: 'never-was' })))
  expect(statements).toHaveLength(2)
})

test('many products that are renamed at once are each found', async () => {
  const other = (await makeLamp(tree.lamps, `other-${made}`)).productId
  await database().execute(sql`update products set slug = slug || '-new' where id in (${id}, ${other})`)
  expect([await leadsTo(`lamp-${made}`), await leadsTo(`other-${made}`)]).toEqual([`lamp-${made}-new`, `other-${made}-new`])
})
