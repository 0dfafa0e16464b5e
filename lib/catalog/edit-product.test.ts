import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { AuditId, newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import { undoChange } from '@/lib/undo/undo-change'
import { createProduct } from './create-product'
import { requireStaffProduct } from './find-staff-product'
import { saveProduct } from './save-product'
import { StaffProduct } from './staff-schemas'
import { makeLamp, makeTree, newEvents, placesOf, productColumns, staleRows } from './testing/world'
import { CreateProduct, type ProductEdit } from './write-schemas'

let tree: Awaited<ReturnType<typeof makeTree>>
let lamp: Awaited<ReturnType<typeof makeLamp>>
let boss: Ctx
let made = 0

async function member(permissions?: StaffPermission[]): Promise<Ctx> {
  const userId = newId<UserId>()
  await database()
    .insert(users)
    .values({ id: userId, name: 'Member', email: `${userId}@example.com`, role: 'staff' })
  return { actor: { kind: 'user', userId, role: 'staff', ...(permissions ? { permissions } : {}) }, requestId: newId(), clientAddress: '203.0.113.9' }
}

beforeAll(async () => {
  tree = await makeTree()
  boss = await member()
})

beforeEach(async () => {
  lamp = await makeLamp(tree.lamps, `lamp-${++made}`)
  await newEvents()
})

const read = () => requireStaffProduct(boss, { product_id: lamp.productId })
const save = (edit: ProductEdit) => saveProduct(boss, { product_id: lamp.productId, ...edit })
const variantsOf = async () => (await read()).variants.map(({ stock: _, image_id: __, ...variant }) => variant)

/** Everything at once, in another shape. */
async function everything(): Promise<ProductEdit> {
  const other = await makeLamp(tree.gifts, `other-${made}`)
  const [white, brass] = await variantsOf()
  if (!white || !brass) throw new Error('The lamp has two variants')
  return {
    name: 'Floor lamp',
    slug: `floor-${made}`,
    description: 'Tall.',
    price_minor: 6000,
    compare_price_minor: 7000,
    primary_category_id: tree.gifts,
    category_ids: [tree.lamps],
    attributes: { Material: 'Oak', Height: '150 cm' },
    low_stock_threshold: 2,
    weight_grams: 1_900,
    seo_title: 'A tall lamp',
    seo_description: 'Made of oak.',
    options: [
      { name: 'Colour', values: ['White', 'Brass'] },
      { name: 'Size', values: ['S', 'L'] },
    ],
    variants: [
      { ...white, options: { Colour: 'White', Size: 'S' }, stock_delta: 7 },
      { ...brass, price_minor: null, options: { Colour: 'Brass', Size: 'S' } },
      {
        sku: `LAMP-${made}-L`,
        price_minor: 9900,
        compare_price_minor: null,
        options: { Colour: 'White', Size: 'L' },
        is_active: true,
        stock_delta: 3,
      },
    ],
    recommended_ids: [other.productId],
  }
}

test('everything of a product is saved together, with every copy, and one undo puts it all back', async () => {
  const before = StaffProduct.parse(await read())
  const edit = await everything()
  await newEvents()
  const { result, statements } = await recordStatements(() => save(edit))
  expect(statements.length).toBeLessThanOrEqual(15)
  expect(await productColumns(lamp.productId)).toMatchObject({ price_min_minor: 6000, price_max_minor: 9900, quantity: 10, slug: `floor-${made}` })
  expect(await placesOf(lamp.productId)).toEqual(['gifts', 'home', 'lamps', 'lighting'])
  expect((await newEvents()).map(({ type }) => type)).toEqual(expect.arrayContaining(['price.changed', 'stock.band_changed']))
  const after = await read()
  expect(after).toMatchObject({ name: 'Floor lamp', seo_title: 'A tall lamp', recommended_ids: edit.recommended_ids })
  expect(after.variants.map(({ options, stock }) => [options, stock.on_hand])).toEqual([
    [{ Colour: 'White', Size: 'S' }, 7],
    [{ Colour: 'Brass', Size: 'S' }, 0],
    [{ Colour: 'White', Size: 'L' }, 3],
  ])

  await undoChange(boss, { id: result.undo ?? ('' as never) })
  const undone = await read()
  const { version: _, updated_at: __, variants, ...same } = undone
  const { version: ___, updated_at: ____, variants: former, ...first } = before
  expect(same).toEqual(first)
  expect(variants.slice(0, 2)).toEqual(former)
  expect(variants[2]).toMatchObject({ is_active: false, stock: { on_hand: 0 } })
  expect(await staleRows()).toBe(0)
  expect(await findViolations(database())).toEqual([])
})

test('what does not differ is not written, and what does stands alone in the log', async () => {
  const { undo } = await save({ name: `Bedside lamp-${made}`, price_minor: 4000 })
  expect(undo).toBeNull()
  await save({ name: 'New name', price_minor: 4000 })
  const [entry] = await database().execute<{ before: unknown; after: unknown }>(
    sql`select before, after from audit_log where subject_id = ${lamp.productId} order by id desc limit 1`,
  )
  expect(entry).toEqual({ before: { name: `Bedside lamp-${made}` }, after: { name: 'New name' } })
})

test('who saves an old version is told what others changed, and nothing else', async () => {
  const { version, variants: _, ...seen } = await read()
  await save({ price_minor: 5000, primary_category_id: tree.gifts })
  const mine = { product_id: lamp.productId, version, name: 'Mine', seen: { name: seen.name, price_minor: 4000, primary_category_id: tree.lamps } }
  const refusal = await refusalOf(saveProduct(boss, mine))
  expect(refusal.code).toBe('stale')
  expect(refusal.options.extra).toMatchObject({
    version: (await read()).version,
    changes: [
      { label: 'The price', theirs: '$50.00' },
      { label: 'The main category', theirs: 'Gifts' },
    ],
  })
  await saveProduct(boss, { ...mine, version: String(refusal.options.extra?.version) })
  expect(await read()).toMatchObject({ name: 'Mine', price_minor: 5000 })
})

test('a change that somebody changed since cannot be taken back', async () => {
  const { undo } = await save({ name: 'One' })
  await save({ name: 'Two' })
  expect((await refusalOf(undoChange(boss, { id: undo ?? ('' as never) }))).code).toBe('stale')
})

test('a draft is sold, archived, and sold again', async () => {
  const draft = await createProduct(
    boss,
    CreateProduct.parse({
      name: 'Vase',
      slug: `vase-${made}`,
      sku: `VASE-${made}`,
      price_minor: 900,
      primary_category_id: tree.gifts,
      status: 'draft',
      stock: 4,
    }),
  )
  const status = async () => (await requireStaffProduct(boss, { product_id: draft.product_id })).status
  expect(await status()).toBe('draft')
  for (const wanted of ['active', 'archived', 'draft', 'active'] as const) {
    await saveProduct(boss, { product_id: draft.product_id, status: wanted })
    expect(await status()).toBe(wanted)
  }
  expect(await productColumns(draft.product_id)).toMatchObject({ quantity: 4 })
  expect(await findViolations(database())).toEqual([])
})

test('a product that was added goes into the archive by undo, and out of it again, but not when somebody changed it since', async () => {
  const name = `Bowl ${newId().slice(-6)}`
  const fields = { name, slug: newId(), sku: newId(), price_minor: 900, primary_category_id: tree.gifts, status: 'active' }
  const { product_id, undo } = await createProduct(boss, CreateProduct.parse(fields))
  const status = async () => (await requireStaffProduct(boss, { product_id })).status
  const { id, message } = await undoChange(boss, { id: AuditId.parse(undo) })
  expect(message).toBe('Taken back. The product stays, in the archive.')
  expect(await status()).toBe('archived')
  await undoChange(boss, { id })
  expect(await status()).toBe('active')
  const other = await createProduct(boss, CreateProduct.parse({ ...fields, slug: newId(), sku: newId() }))
  await saveProduct(boss, { product_id: other.product_id, name: 'Another bowl' })
  expect((await refusalOf(undoChange(boss, { id: AuditId.parse(other.undo) }))).code).toBe('stale')
})

test('variants that do not fit together are refused at their place', async () => {
  const [white, brass] = await variantsOf()
  if (!white || !brass) throw new Error('The lamp has two variants')
  const pointers = async (edit: ProductEdit) => ((await refusalOf(save(edit))).options.errors ?? []).map(({ pointer }) => pointer)
  expect(await pointers({ variants: [white, { ...brass, options: white.options }] })).toEqual(['/variants/1/options'])
  expect(await pointers({ variants: [white, { ...brass, sku: white.sku }] })).toEqual(['/variants/1/sku'])
  expect(await pointers({ variants: [white, { ...brass, compare_price_minor: 10 }] })).toEqual(['/variants/1/compare_price_minor'])
  expect(await pointers({ variants: [{ ...white, is_active: false }] })).toEqual(['/variants'])
  expect(await pointers({ variants: [{ ...white, stock_delta: -1 }, brass] })).toEqual(['/stock'])
  expect((await refusalOf(save({ variants: [{ ...white, id: newId() }] }))).code).toBe('not_found')
})

test('units are moved only by who may move them, and never those that are reserved', async () => {
  const [white, brass] = await variantsOf()
  if (!white || !brass) throw new Error('The lamp has two variants')
  const editor = await member(['catalog.read', 'catalog.write'])
  const edit = { product_id: lamp.productId, variants: [{ ...white, stock_delta: 5 }, brass] }
  expect((await refusalOf(saveProduct(editor, edit))).code).toBe('forbidden')
  await transaction((tx) => moveOnHand(tx, [{ variantId: lamp.white, delta: 5 }], { kind: 'received', actor: 'system:test' }))
  expect((await refusalOf(save({ variants: [{ ...white, stock_delta: -6 }, brass] }))).code).toBe('invalid_input')
})

test('nobody else reads or changes a product', async () => {
  const shopper = signedIn(await makeUser())
  expect((await refusalOf(requireStaffProduct(shopper, { product_id: lamp.productId }))).code).toBe('forbidden')
  expect((await refusalOf(saveProduct(shopper, { product_id: lamp.productId, name: 'Mine' }))).code).toBe('forbidden')
  expect((await refusalOf(saveProduct(await member(['catalog.read']), { product_id: lamp.productId, name: 'Mine' }))).code).toBe('forbidden')
  expect((await refusalOf(requireStaffProduct(boss, { product_id: newId() }))).code).toBe('not_found')
})
