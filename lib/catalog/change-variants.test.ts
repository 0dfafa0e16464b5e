import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { productVariants } from '@/db/schema/catalog'
import { refusalOf } from '@/db/testing/refusals'
import { seededRandom } from '@/db/testing/seed'
import { transaction } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { allocateStock } from '@/lib/inventory/allocate-stock'
import { moveOnHand } from '@/lib/inventory/move-on-hand'
import { metrics } from '@/lib/platform/metrics/metrics'
import { changeProduct } from './change-product'
import { lockProduct } from './lock-product'
import { recountStock } from './recount-stock'
import { saveProduct } from './save-product'
import { lampEach } from './testing/lamp-each'
import { newEvents, productColumns, staff, staleRows } from './testing/world'
import type { EditedVariant } from './write-schemas'

const scene = lampEach()

type Wish = { variant_id?: VariantId } & Partial<Omit<EditedVariant, 'id'>>

/** All variants as they are, with one of them changed, or one more. */
const saveVariant = ({ variant_id, ...wish }: Wish) =>
  transaction(async (tx) =>
    changeProduct(tx, staff, await lockProduct(tx, scene.lamp.productId), ({ variants }) => ({
      variants: variant_id
        ? variants.map((variant) => (variant.id === variant_id ? { ...variant, ...wish } : variant))
        : [...variants, { sku: 'NEW', price_minor: null, compare_price_minor: null, options: {}, is_active: true, stock_delta: 0, ...wish }],
    })),
  )

test('a new variant brings its SKU, its facet, its price and its option value', async () => {
  await saveVariant({ sku: `LAMP-${scene.made}-RED`, price_minor: 9900, options: { Colour: 'Red' } })
  const columns = await productColumns(scene.lamp.productId)
  expect(columns).toMatchObject({ price_max_minor: 9900, facet_values: ['Colour=Brass', 'Colour=Red', 'Colour=White', 'Material=Steel'] })
  expect(columns.sku_text).toContain(`LAMP-${scene.made}-RED`)
  const [product] = await database().execute(sql`select options from products where id = ${scene.lamp.productId}`)
  expect(product).toEqual({ options: [{ name: 'Colour', values: ['White', 'Brass', 'Red'] }] })
  expect(await staleRows()).toBe(0)
})

test('a variant that is switched off takes its price, its facet and its units along, and announces the new band', async () => {
  await database().execute(sql`update inventory_levels set on_hand = 3 where variant_id = ${scene.lamp.brass}`)
  await database().execute(sql`update product_stock set quantity = 3 where product_id = ${scene.lamp.productId}`)
  await saveVariant({ variant_id: scene.lamp.brass, is_active: false })
  expect(await productColumns(scene.lamp.productId)).toMatchObject({
    price_max_minor: 4000,
    facet_values: ['Colour=White', 'Material=Steel'],
    quantity: 0,
  })
  expect((await newEvents()).map(({ type }) => type).sort()).toEqual(['product.changed', 'stock.band_changed'])
  await saveVariant({ variant_id: scene.lamp.brass, is_active: true })
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ price_max_minor: 5500, quantity: 3 })
})

test('variants added at the same moment are all counted, and of two with the same options one is refused', async () => {
  const add = (sku: string, colour: string) => saveVariant({ sku: `${sku}-${scene.made}`, options: { Colour: colour } })
  const added = await Promise.allSettled([add('A', 'Red'), add('B', 'Blue'), add('C', 'Red'), add('D', 'Green')])
  expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  expect((await productColumns(scene.lamp.productId)).facet_values).toEqual([
    'Colour=Blue',
    'Colour=Brass',
    'Colour=Green',
    'Colour=Red',
    'Colour=White',
    'Material=Steel',
  ])
  expect(await staleRows()).toBe(0)
})

test('units that arrive while variants come and go end in the right sum, and nobody stands in the way of another', async () => {
  const arrive = () => transaction((tx) => moveOnHand(tx, [{ variantId: scene.lamp.brass, delta: 2 }], { kind: 'received', actor: 'system:test' }))
  const toggle = (is_active: boolean) => saveVariant({ variant_id: scene.lamp.white, is_active })
  const retries = async () => (await metrics.retries.get()).values[0]?.value ?? 0
  const before = await retries()
  for (let round = 0; round < 15; round++) await Promise.all([arrive(), toggle(false), arrive(), toggle(true), arrive(), toggle(false), arrive()])
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ quantity: 15 * 8 })
  expect(await retries()).toBe(before)
})

/** Somebody else has the variant's units in a transaction until `release`, which waits for its end. */
async function holdLevel(variantId: VariantId): Promise<{ release(): Promise<void> }> {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const holder = transaction(async (tx) => {
    await tx.execute(sql`select from inventory_levels where variant_id = ${variantId} for update`)
    await gate
  })
  await sleep(50)
  return {
    release: () => {
      open()
      return holder
    },
  }
}

test('units that arrive for a variant while it is being switched off do not count, though the process dies right after its commit', async () => {
  const level = await holdLevel(scene.lamp.white)
  const switchedOff = transaction(async (tx) => {
    await lockProduct(tx, scene.lamp.productId)
    await tx.update(productVariants).set({ isActive: false }).where(eq(productVariants.id, scene.lamp.white))
    return await recountStock(tx, scene.lamp.productId)
  })
  await sleep(100)
  const arrived = transaction((tx) => moveOnHand(tx, [{ variantId: scene.lamp.white, delta: 2 }], { kind: 'received', actor: 'system:test' }))
  await sleep(100)
  await Promise.all([level.release(), switchedOff, arrived])
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ quantity: 0 })
})

test('whatever moves units while variants and tracking are switched, the sum is that of the levels that count at every moment', async () => {
  const { below } = seededRandom()
  const oneOf = <T>(...list: [T, ...T[]]): T => list[below(list.length)] ?? list[0]
  const move = (variantId: VariantId, delta: number) =>
    transaction((tx) => moveOnHand(tx, [{ variantId, delta }], { kind: delta > 0 ? 'received' : 'adjusted', actor: 'system:test' }))
  const steps = Array.from({ length: 60 }, (_, index) => {
    const variant = oneOf(scene.lamp.white, scene.lamp.brass)
    if (index % 12 === 5) return () => saveProduct(staff, { product_id: scene.lamp.productId, track_inventory: oneOf(true, false) })
    // The last one that is for sale stays so.
    if (index % 3 === 0) return () => saveVariant({ variant_id: variant, is_active: oneOf(true, false) }).catch(expectRefusal)
    return () => move(variant, oneOf(1, 2, 3, -1, -2))
  })
  for (let start = 0; start < steps.length; start += 6) {
    await Promise.all([...steps.slice(start, start + 6).map((step) => step()), expectCountedSum()])
    await expectCountedSum()
  }
})

const expectRefusal = (error: unknown) => expect(error).toMatchObject({ code: 'invalid_input' })

async function expectCountedSum(): Promise<void> {
  const violations = await findViolations(database())
  expect(violations.filter(({ check_name }) => check_name === 'product_stock_differs' || check_name === 'level_counts_wrongly')).toEqual([])
}

test('an order for a variant that is switched off while it waits for its units is told so, and nothing is held', async () => {
  const [first] = await database().execute<{ on_hand: number }>(sql`select on_hand from inventory_levels where variant_id = ${scene.lamp.white}`)
  await transaction((tx) => moveOnHand(tx, [{ variantId: scene.lamp.white, delta: 2 }], { kind: 'received', actor: 'system:test' }))
  const level = await holdLevel(scene.lamp.white)
  const switchedOff = saveVariant({ variant_id: scene.lamp.white, is_active: false })
  await sleep(100)
  const taken = refusalOf(
    transaction((tx) =>
      allocateStock(tx, { productId: scene.lamp.productId, variantId: scene.lamp.white, quantity: 1, actor: 'system:test' }).then(requireTaken),
    ),
  )
  await sleep(100)
  await Promise.all([level.release(), switchedOff])
  expect((await taken).code).toBe('out_of_stock')
  expect(await productColumns(scene.lamp.productId)).toMatchObject({ quantity: 0 })
  const [after] = await database().execute(sql`select on_hand from inventory_levels where variant_id = ${scene.lamp.white}`)
  expect(after).toEqual({ on_hand: (first?.on_hand ?? 0) + 2 })
})

function requireTaken(isTaken: boolean): void {
  if (!isTaken) throw new DomainError('out_of_stock')
}
