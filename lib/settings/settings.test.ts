import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, withKey } from '@/db/testing/visitors'
import { makeUser, makeWorld } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import { viewCart } from '@/lib/cart/view-cart'
import { listDeliveryOptions } from '@/lib/checkout/list-delivery-options'
import { placeOrder } from '@/lib/checkout/place-order'
import { PlaceOrder } from '@/lib/checkout/schemas'
import { fillCart, orderFor } from '@/lib/checkout/testing'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { parseEnv } from '@/lib/platform/env'
import { undoChange } from '@/lib/undo/undo-change'
import { readLimits } from './read-limits'
import { readSettings } from './read-settings'
import { readShippingSettings, requireMethod } from './read-shipping-settings'
import { readMailWay, readPaymentWays, readSettingsOverview } from './read-shop-settings'
import { readTaxSettings } from './read-tax-settings'
import { SavePayments, SaveShippingMethod, SaveShippingZone, SaveShop, SaveTaxRate } from './schemas'
import { removeShippingMethod, removeShippingZone, saveShippingMethod, saveShippingZone } from './shipping-settings'
import { savePayments, saveShop } from './shop-settings'
import { removeTaxRate, saveTaxRate, saveUsualTax } from './tax-settings'

let boss: Ctx
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
  boss = { actor: { kind: 'user', userId: await makeUser(), role: 'admin' }, requestId: newId(), clientAddress: '127.0.0.1' }
})

const rate = (value: Partial<SaveTaxRate['value']>, more: Partial<SaveTaxRate> = {}) =>
  SaveTaxRate.parse({ ...more, value: { country: null, category_id: null, name: 'VAT', rate_ppm: 190_000, ...value } })
const zone = (name: string, countries: string[], more: Partial<SaveShippingZone> = {}) =>
  SaveShippingZone.parse({ ...more, value: { name, countries } })
const method = (value: Record<string, unknown>, more: Partial<SaveShippingMethod> = {}) =>
  SaveShippingMethod.parse({
    ...more,
    value: {
      zone_id: null,
      name: 'Van',
      description: '',
      rate_by: 'order',
      rate_minor: 700,
      bands: [],
      free_from_minor: null,
      min_days: 1,
      max_days: 2,
      is_active: true,
      position: 5,
      ...value,
    },
  })
const undo = (id: string | null) => undoChange(boss, UndoChange.parse({ id }))
const cartOf = (ctx: Ctx) => fillCart(ctx, [{ variantId: world.products.lamp.variantId, quantity: 1 }])
const taxIn = async (ctx: Ctx, country: string) => (await listDeliveryOptions(ctx, { country })).data[0]?.totals

test('before the first order the currency may change, and open carts go with it; after it, currency and time zone stay', async () => {
  const shopper = guest()
  await cartOf(shopper)
  const { shop, hasOrders } = await readSettingsOverview(boss)
  expect(hasOrders).toBe(false)
  const { version, ...value } = shop
  const { undo: id } = await saveShop(boss, SaveShop.parse({ version, value: { ...value, shop_name: 'Corner', currency: 'EUR' } }))
  expect((await viewCart(shopper)).totals.total).toEqual({ amount: 5890, currency: 'EUR' })
  expect(await readSettings(database())).toMatchObject({ shopName: 'Corner', currency: 'EUR' })
  await undo(id)
  await placeOrder(withKey(shopper), orderFor(await viewCart(shopper)))
  const change = (more: Partial<typeof value>) => refusalOf(saveShop(boss, SaveShop.parse({ version, value: { ...value, ...more } })))
  expect((await change({ currency: 'EUR', time_zone: 'UTC' })).options.errors).toMatchObject([
    { pointer: '/value/currency' },
    { pointer: '/value/time_zone' },
  ])
  expect((await change({ home_country: 'DE', currency: 'JPY' })).options.errors).toHaveLength(2)
  for (const wrong of [{ locale: 'english' }, { currency: 'XYZ' }, { time_zone: 'Mars' }, { home_country: 'XX' }, { shop_name: ' ' }])
    expect(() => SaveShop.parse({ version, value: { ...value, ...wrong } })).toThrow()
})

test('a way to pay that is turned off is offered no more, and one of those that are set up stays on', async () => {
  const { payments } = await readSettingsOverview(boss)
  const setUp = readPaymentWays(boss).filter(({ isSetUp }) => isSetUp)
  const save = (off: string[]) => savePayments(boss, SavePayments.parse({ version: payments.version, value: { off } }))
  if (setUp.length > 0) expect((await refusalOf(save(['stripe', 'test']))).code).toBe('conflict')
  const { undo: id } = await save(['stripe'])
  expect((await readSettings(database())).paymentsOff).toEqual(['stripe'])
  await undo(id)
})

test('limits and the way of mails are told with the names of their variables, secrets are not', async () => {
  const { limits } = await readLimits(boss)
  expect(limits.map(({ variable }) => variable)).toContain('RATE_LIMIT_CHECKOUT')
  for (const { variable } of limits) expect(parseEnv({ [variable]: '3/60' })).toHaveProperty(variable, '3/60')
  expect(readMailWay(boss).variables.map(({ name }) => name)).toEqual(['SMTP_URL', 'MAIL_FROM'])
})

test('a rate for a country holds for the next look at a cart that goes there, and leaves the shop’s own country alone', async () => {
  const shopper = guest()
  await cartOf(shopper)
  const { id, undo: added } = await saveTaxRate(boss, rate({ country: 'DE' }))
  expect(await taxIn(shopper, 'DE')).toMatchObject({ tax_name: 'VAT', tax_percent: 19, tax: { amount: 931 }, total: { amount: 6331 } })
  expect((await viewCart(shopper)).totals).toMatchObject({ tax_percent: 10, tax: { amount: 490 } })

  const listed = (await readTaxSettings(boss)).rates.find((one) => one.id === id)
  const changed = await saveTaxRate(boss, rate({ country: 'DE', rate_ppm: 70_000 }, { id: listed?.id, version: listed?.version }))
  expect(await taxIn(shopper, 'DE')).toMatchObject({ tax_percent: 7 })
  const stale = await refusalOf(saveTaxRate(boss, rate({ country: 'DE', rate_ppm: 1 }, { id: listed?.id, version: listed?.version })))
  expect(stale).toMatchObject({ code: 'stale', options: { extra: { changes: [{ theirs: 'VAT 7 %' }, { theirs: 'Germany' }] } } })
  expect((await refusalOf(undo(added))).code).toBe('stale')
  await undo(changed.undo)
  expect(await taxIn(shopper, 'DE')).toMatchObject({ tax_percent: 19 })
  await undo(added)
  expect(await taxIn(shopper, 'DE')).toMatchObject({ tax_percent: 10 })
})

test('an order to a country is placed with its tax; the total of another country is refused with the right one', async () => {
  const { id } = await saveTaxRate(boss, rate({ country: 'FR', category_id: world.categoryId, rate_ppm: 200_000 }))
  const shopper = guest()
  const cart = await cartOf(shopper)
  const address = { full_name: 'Zoé', line1: 'Rue 1', city: 'Paris', postal_code: '75001', country: 'FR' }
  const toFrance = PlaceOrder.parse({ ...orderFor(cart), shipping_address: address })
  expect(await refusalOf(placeOrder(withKey(shopper), toFrance))).toMatchObject({
    code: 'price_changed',
    options: { extra: { totals: { tax: { amount: 980 }, total: { amount: 6380 } } } },
  })
  const order = await placeOrder(withKey(shopper), { ...toFrance, expected_total: { amount: 6380, currency: 'USD' } })
  const rates = (await readTaxSettings(boss)).rates
  const { undo: removed } = await removeTaxRate(boss, { id: rates.find((one) => one.id === id)?.id ?? newId(), version: rates[0]?.version ?? '' })
  expect(order.totals).toMatchObject({ tax_name: 'VAT', tax_percent: 20, tax: { amount: 980 } })
  await undo(removed)
  expect((await readTaxSettings(boss)).rates).toEqual(rates)
})

test('two rates for the same country and category, or for nothing in particular, are refused', async () => {
  await saveTaxRate(boss, rate({ country: 'IT' }))
  for (const wrong of [rate({ country: 'IT', name: 'Other' }), rate({})])
    expect((await refusalOf(saveTaxRate(boss, wrong))).options.errors).toMatchObject([{ pointer: '/value/country' }])
  expect((await refusalOf(saveTaxRate(boss, rate({ category_id: newId() })))).options.errors).toMatchObject([{ pointer: '/value/category_id' }])
  for (const wrong of [{ country: 'XX' }, { country: 'DE', rate_ppm: 1_000_001 }, { country: 'DE', rate_ppm: Number.NaN }])
    expect(() => rate(wrong)).toThrow()
})

test('a country is one that an address can be in, and no other that has a code', async () => {
  for (const country of ['ZZ', 'EU', 'UK'])
    expect((await refusalOf(saveTaxRate(boss, rate({ country })))).options.errors).toMatchObject([{ pointer: '/value/country' }])
  expect((await refusalOf(saveShippingZone(boss, zone('Nowhere', ['NO', 'ZZ'])))).options.errors).toMatchObject([{ pointer: '/value/countries' }])
})

test('a zone takes its countries out of everywhere else; no country is in two', async () => {
  const shopper = guest()
  await cartOf(shopper)
  const { id, undo: added } = await saveShippingZone(boss, zone('Europe', ['DE', 'FR', 'DE']))
  expect(await listDeliveryOptions(shopper, { country: 'DE' })).toEqual({ data: [] })
  const order = PlaceOrder.parse({
    ...orderFor(await viewCart(shopper)),
    shipping_address: { full_name: 'Ada', line1: 'Weg 1', city: 'Berlin', postal_code: '10115', country: 'DE' },
  })
  expect((await refusalOf(placeOrder(withKey(shopper), order))).options.errors).toMatchObject([{ pointer: '/shipping_address/country' }])
  const refusal = await refusalOf(saveShippingZone(boss, zone('Alps', ['AT', 'DE'])))
  expect(refusal.options.detail).toBe('A country is in one zone only. Germany is in the zone Europe. Take it out there first.')
  expect((await refusalOf(saveShippingZone(boss, zone('EUROPE', ['AT'])))).options.errors).toMatchObject([{ pointer: '/value/name' }])

  const bands = [
    { from: 10_000, rate_minor: 300 },
    { from: 0, rate_minor: 900 },
  ]
  const van = await saveShippingMethod(boss, method({ zone_id: id, name: 'Van to Europe', rate_by: 'subtotal', bands }))
  expect(van.id).toMatch(/^van-to-europe-\w{6}$/)
  expect((await listDeliveryOptions(shopper, { country: 'FR' })).data).toMatchObject([{ code: van.id, totals: { shipping: { amount: 900 } } }])
  expect((await listDeliveryOptions(shopper, { country: 'US' })).data.map(({ code }) => code)).toEqual(['standard'])
  const { version } = (await readShippingSettings(boss)).zones.find((one) => one.id === id) ?? { version: '' }
  expect((await refusalOf(removeShippingZone(boss, { id: id as never, version }))).code).toBe('conflict')
  await undo(van.undo)
  await undo(added)
  expect((await listDeliveryOptions(shopper, { country: 'DE' })).data.map(({ code }) => code)).toEqual(['standard'])
})

test('a price by steps begins at 0, each step once; by weight it counts what the goods weigh', async () => {
  const bands = (...starts: number[]) => starts.map((from) => ({ from, rate_minor: 100 + from }))
  for (const starts of [[], [5], [0, 5, 5]]) expect(() => method({ rate_by: 'weight', bands: bands(...starts) })).toThrow()
  await database().execute(sql`update products set weight_grams = 400 where id = ${world.products.lamp.id}`)
  const shopper = guest()
  await fillCart(shopper, [{ variantId: world.products.lamp.variantId, quantity: 3 }])
  const { id, undo: added } = await saveShippingMethod(boss, method({ rate_by: 'weight', bands: bands(2_000, 0, 1_000), free_from_minor: 20_000 }))
  const price = async () => (await listDeliveryOptions(shopper, { country: 'US' })).data.find(({ code }) => code === id)?.totals.shipping.amount
  expect(await price()).toBe(1_100)
  await fillCart(shopper, [{ variantId: world.products.lamp.variantId, quantity: 2 }])
  expect(await price()).toBe(0)
  await undo(added)
})

test('the shop’s own country always has a way to ship', async () => {
  const home = await refusalOf(saveShippingZone(boss, zone('Home', ['US'])))
  expect([home.code, home.options.detail]).toEqual([
    'conflict',
    'Nothing could be shipped to United States, your own country, any more. Offer another way there first.',
  ])
  const [first] = (await readShippingSettings(boss)).methods
  if (!first) throw new Error('The seeded way is gone')
  expect((await refusalOf(removeShippingMethod(boss, { id: first.code, version: first.version }))).code).toBe('conflict')
  const { code, version, ...value } = first
  const off = SaveShippingMethod.parse({ id: code, version, value: { ...value, is_active: false } })
  expect((await refusalOf(saveShippingMethod(boss, off))).code).toBe('conflict')
})

test('every change says in the log what it was and what it became, and lets what shows settings fall', async () => {
  const { usual } = await readTaxSettings(boss)
  const { undo: id } = await saveUsualTax(boss, { version: usual.version, value: { name: 'GST', rate_ppm: 50_000 } })
  const [entry] = await database().execute(sql`select action, before, after from audit_log where id = ${id}`)
  expect(entry).toMatchObject({ action: 'usual_tax.changed', before: { rate_ppm: 100_000 }, after: { name: 'GST', rate_ppm: 50_000 } })
  const [fallen] = await database().execute<{ tags: string[] }>(sql`select tags from invalidations order by id desc limit 1`)
  expect(fallen?.tags).toContain('settings')
  await undo(id)
  expect((await readTaxSettings(boss)).usual).toEqual(usual)
})

test('two who change settings at once do so one after the other, and the second is shown what the first did', async () => {
  const { usual } = await readTaxSettings(boss)
  const both = await Promise.allSettled([1, 2].map((n) => saveUsualTax(boss, { version: usual.version, value: { name: `Tax ${n}`, rate_ppm: n } })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('reading takes settings.read, changing settings.write; a read is one statement, a change at most ten', async () => {
  const staff = (permissions: ('settings.read' | 'settings.write')[]): Ctx => ({
    ...boss,
    actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
  })
  const reads: ((ctx: Ctx) => Promise<unknown>)[] = [readTaxSettings, readShippingSettings, readSettingsOverview]
  for (const read of reads) {
    expect((await refusalOf(read(staff(['settings.write'])))).code).toBe('forbidden')
    expect((await recordStatements(() => read(staff(['settings.read'])))).statements).toHaveLength(1)
  }
  const changes: ((ctx: Ctx) => Promise<unknown>)[] = [
    (ctx) => saveTaxRate(ctx, rate({ country: 'NO' })),
    (ctx) => saveShippingZone(ctx, zone('North', ['NO', 'SE'])),
    (ctx) => saveShippingMethod(ctx, method({ name: 'Sledge' })),
  ]
  for (const change of changes) {
    expect((await refusalOf(change(staff(['settings.read'])))).code).toBe('forbidden')
    const { statements } = await recordStatements(() => change(staff(['settings.write'])))
    expect(statements.length).toBeLessThanOrEqual(10)
  }
  expect((await refusalOf(requireMethod(boss, 'made-up'))).code).toBe('not_found')
})
