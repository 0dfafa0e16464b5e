import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { shippingMethods, shippingZoneCountries, shippingZones } from '@/db/schema/platform'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, ShippingZoneId } from '@/lib/core/ids'
import { countryName } from '@/lib/core/regions'
import { changeSetting, type SettingKind } from './change-setting'
import { readSettings } from './read-settings'
import { requireCountries } from './require-countries'
import {
  type RemoveShippingMethod,
  type RemoveShippingZone,
  type SaveShippingMethod,
  type SaveShippingZone,
  type SettingChanged,
  ShippingMethod,
  ShippingZone,
} from './schemas'
import { shippingTo } from './shipping-of'

/** Adds or changes a zone. @throws forbidden, not_found, stale, invalid_input for a name that is taken and a country that is in another zone */
export const saveShippingZone = (ctx: Ctx, { id = newId<ShippingZoneId>(), ...input }: SaveShippingZone): Promise<SettingChanged> =>
  changeSetting(ctx, shippingZone, { id, ...input })

/** Its countries then have what is everywhere else. @throws forbidden, not_found, stale, conflict while it has ways to ship */
export const removeShippingZone = (ctx: Ctx, input: RemoveShippingZone): Promise<SettingChanged> =>
  changeSetting(ctx, shippingZone, { ...input, value: null })

/** Adds or changes a way to ship. @throws forbidden, not_found, stale, invalid_input, conflict when nothing would be left for the shop's own country */
export async function saveShippingMethod(ctx: Ctx, { id, ...input }: SaveShippingMethod): Promise<SettingChanged> {
  return changeSetting(ctx, shippingMethod, { id: id ?? codeOf(input.value.name), ...input })
}

/** Placed orders keep theirs. @throws forbidden, not_found, stale, conflict when nothing would be left for the shop's own country */
export const removeShippingMethod = (ctx: Ctx, input: RemoveShippingMethod): Promise<SettingChanged> =>
  changeSetting(ctx, shippingMethod, { ...input, value: null })

/** `Express to Europe` becomes `express-to-europe-x7k2`: what programs send as `shipping_method`. It stays when the name changes. */
function codeOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
  return [words, newId().slice(-6)].filter(Boolean).join('-')
}

export const shippingZone: SettingKind<ShippingZone> = {
  noun: 'shipping_zone',
  schema: ShippingZone,
  async read(tx, id) {
    const zoneId = ShippingZoneId.parse(id)
    const [zone] = await tx.select({ name: shippingZones.name }).from(shippingZones).where(eq(shippingZones.id, zoneId))
    if (!zone) return null
    const rows = await tx.select().from(shippingZoneCountries).where(eq(shippingZoneCountries.zoneId, zoneId))
    return { name: zone.name, countries: rows.map(({ country }) => country).sort() }
  },
  async write(tx, rawId, { name, countries }) {
    const id = ShippingZoneId.parse(rawId)
    requireCountries(countries, '/value/countries')
    await requireFreeName(tx, id, name)
    await requireFreeCountries(tx, id, countries)
    await tx.insert(shippingZones).values({ id, name }).onConflictDoUpdate({ target: shippingZones.id, set: { name } })
    await tx.delete(shippingZoneCountries).where(eq(shippingZoneCountries.zoneId, id))
    await tx.insert(shippingZoneCountries).values(countries.map((country) => ({ country, zoneId: id })))
    await requireDelivery(tx)
  },
  async remove(tx, rawId) {
    const id = ShippingZoneId.parse(rawId)
    const ways = await tx.select({ code: shippingMethods.code }).from(shippingMethods).where(eq(shippingMethods.zoneId, id))
    if (ways.length > 0)
      throw new DomainError('conflict', {
        detail: `This zone has ${ways.length === 1 ? 'a shipping method' : `${ways.length} shipping methods`}. Remove or move that first.`,
      })
    await tx.delete(shippingZones).where(eq(shippingZones.id, id))
    await requireDelivery(tx)
  },
  nameOf: ({ name }) => name,
  words: ({ name, countries }) => [
    { label: 'The name', theirs: name },
    { label: 'The list of countries', theirs: countries.map(countryName).join(', ') },
  ],
}

export const shippingMethod: SettingKind<ShippingMethod> = {
  noun: 'shipping_method',
  schema: ShippingMethod,
  async read(tx, code) {
    const [row] = await tx
      .select({
        zone_id: shippingMethods.zoneId,
        name: shippingMethods.name,
        description: shippingMethods.description,
        rate_by: shippingMethods.rateBy,
        rate_minor: shippingMethods.rateMinor,
        bands: shippingMethods.bands,
        free_from_minor: shippingMethods.freeFromMinor,
        min_days: shippingMethods.minDays,
        max_days: shippingMethods.maxDays,
        is_active: shippingMethods.isActive,
        position: shippingMethods.position,
      })
      .from(shippingMethods)
      .where(eq(shippingMethods.code, code))
    return row ? { ...row, bands: row.bands.map(({ from, rateMinor }) => ({ from, rate_minor: rateMinor })) } : null
  },
  async write(tx, code, value) {
    await requireZone(tx, value.zone_id)
    const row = {
      zoneId: value.zone_id,
      name: value.name,
      description: value.description,
      rateBy: value.rate_by,
      rateMinor: value.rate_minor,
      bands: value.bands.map(({ from, rate_minor: rateMinor }) => ({ from, rateMinor })),
      freeFromMinor: value.free_from_minor,
      minDays: value.min_days,
      maxDays: value.max_days,
      isActive: value.is_active,
      position: value.position,
    }
    await tx
      .insert(shippingMethods)
      .values({ code, ...row })
      .onConflictDoUpdate({ target: shippingMethods.code, set: row })
    await requireDelivery(tx)
  },
  async remove(tx, code) {
    await tx.delete(shippingMethods).where(eq(shippingMethods.code, code))
    await requireDelivery(tx)
  },
  nameOf: ({ name }) => name,
  words: ({ name, rate_by, min_days, max_days, is_active }) => [
    { label: 'The name', theirs: name },
    { label: 'The price', theirs: { order: 'one for every order', subtotal: 'by the value of the order', weight: 'by weight' }[rate_by] },
    { label: 'The time', theirs: `${min_days} to ${max_days} days` },
    { label: 'It', theirs: is_active ? 'on offer' : 'not on offer' },
  ],
}

/** Carts are counted for the shop's own country: there has to be a way to ship to it. @throws conflict */
export async function requireDelivery(tx: Tx): Promise<void> {
  const shop = await readSettings(tx)
  if (shippingTo(shop, shop.homeCountry).length > 0) return
  const detail = `Nothing could be shipped to ${countryName(shop.homeCountry)}, your own country, any more. Offer another way there first.`
  throw new DomainError('conflict', { detail })
}

async function requireFreeName(tx: Tx, id: ShippingZoneId, name: string): Promise<void> {
  const [twin] = await tx
    .select({ id: shippingZones.id })
    .from(shippingZones)
    .where(and(ne(shippingZones.id, id), sql`lower(${shippingZones.name}) = lower(${name})`))
  if (twin) throw refused('/value/name', 'Another zone has this name.')
}

async function requireFreeCountries(tx: Tx, id: ShippingZoneId, countries: string[]): Promise<void> {
  const taken = await tx
    .select({ country: shippingZoneCountries.country, zone: shippingZones.name })
    .from(shippingZoneCountries)
    .innerJoin(shippingZones, eq(shippingZones.id, shippingZoneCountries.zoneId))
    .where(and(ne(shippingZoneCountries.zoneId, id), inArray(shippingZoneCountries.country, countries)))
  if (taken.length === 0) return
  const sentences = taken.slice(0, 5).map(({ country, zone }) => `${countryName(country)} is in the zone ${zone}.`)
  throw refused('/value/countries', `A country is in one zone only. ${sentences.join(' ')} Take it out there first.`)
}

async function requireZone(tx: Tx, id: ShippingZoneId | null): Promise<void> {
  if (id === null) return
  const [zone] = await tx.select({ id: shippingZones.id }).from(shippingZones).where(eq(shippingZones.id, id))
  if (!zone) throw refused('/value/zone_id', 'There is no such zone any more.')
}

const refused = (pointer: string, detail: string) => new DomainError('invalid_input', { detail, errors: [{ pointer, detail }] })
