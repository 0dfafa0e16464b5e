import { and, eq, ne, sql } from 'drizzle-orm'
import { settings, taxRates } from '@/db/schema/platform'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, TaxRateId } from '@/lib/core/ids'
import { countryName } from '@/lib/core/regions'
import { changeSetting, type SettingKind } from './change-setting'
import { requireCountries } from './require-countries'
import { type RemoveTaxRate, type SaveTaxRate, type SaveUsualTax, type SettingChanged, TaxRate, UsualTax } from './schemas'

/** Sets the tax that holds where no rate fits. @throws forbidden, stale */
export const saveUsualTax = (ctx: Ctx, input: SaveUsualTax): Promise<SettingChanged> => changeSetting(ctx, usualTax, { id: 'usual', ...input })

/** Adds or changes a rate. @throws forbidden, not_found, stale, invalid_input when there is one for the same country and category */
export const saveTaxRate = (ctx: Ctx, { id = newId<TaxRateId>(), ...input }: SaveTaxRate): Promise<SettingChanged> =>
  changeSetting(ctx, taxRate, { id, ...input })

/** @throws forbidden, not_found, stale */
export const removeTaxRate = (ctx: Ctx, input: RemoveTaxRate): Promise<SettingChanged> => changeSetting(ctx, taxRate, { ...input, value: null })

const percent = (ratePpm: number) => `${ratePpm / 10_000} %`

export const usualTax: SettingKind<UsualTax> = {
  noun: 'usual_tax',
  schema: UsualTax,
  async read(tx) {
    const [row] = await tx.select({ name: settings.taxName, rate_ppm: settings.taxRatePpm }).from(settings)
    return row ?? null
  },
  async write(tx, _id, { name, rate_ppm: taxRatePpm }) {
    await tx.update(settings).set({ taxName: name, taxRatePpm }).where(eq(settings.id, 1))
  },
  nameOf: ({ name, rate_ppm }) => `${name} ${percent(rate_ppm)}`,
  words: ({ name, rate_ppm }) => [{ label: 'The tax', theirs: `${name} ${percent(rate_ppm)}` }],
}

export const taxRate: SettingKind<TaxRate> = {
  noun: 'tax_rate',
  schema: TaxRate,
  async read(tx, id) {
    const [row] = await tx
      .select({ country: taxRates.country, category_id: taxRates.categoryId, name: taxRates.name, rate_ppm: taxRates.ratePpm })
      .from(taxRates)
      .where(eq(taxRates.id, TaxRateId.parse(id)))
    return row ?? null
  },
  async write(tx, rawId, value) {
    const id = TaxRateId.parse(rawId)
    if (value.country === null && value.category_id === null) throw refused('/value/country', 'Choose a country, a category, or both.')
    if (value.country !== null) requireCountries([value.country], '/value/country')
    const [twin] = await tx
      .select({ id: taxRates.id })
      .from(taxRates)
      .where(
        and(
          ne(taxRates.id, id),
          sql`${taxRates.country} is not distinct from ${value.country}`,
          sql`${taxRates.categoryId} is not distinct from ${value.category_id}::uuid`,
        ),
      )
    if (twin) throw refused('/value/country', 'There is a rate for this country and category already. Change that one.')
    const row = { country: value.country, categoryId: value.category_id, name: value.name, ratePpm: value.rate_ppm }
    await requireCategory(tx, value.category_id)
    await tx
      .insert(taxRates)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: taxRates.id, set: row })
  },
  async remove(tx, id) {
    await tx.delete(taxRates).where(eq(taxRates.id, TaxRateId.parse(id)))
  },
  nameOf: ({ country, name, rate_ppm }) => `${name} ${percent(rate_ppm)}${country ? `, ${countryName(country)}` : ''}`,
  words: ({ country, name, rate_ppm }) => [
    { label: 'The tax', theirs: `${name} ${percent(rate_ppm)}` },
    { label: 'The country', theirs: country ? countryName(country) : 'everywhere' },
  ],
}

async function requireCategory(tx: Parameters<typeof taxRate.write>[0], id: string | null): Promise<void> {
  if (id === null) return
  const found = await tx.execute(sql`select from categories where id = ${id} for key share`)
  if (found.length === 0) throw refused('/value/category_id', 'There is no such category any more.')
}

const refused = (pointer: string, detail: string) => new DomainError('invalid_input', { detail, errors: [{ pointer, detail }] })
