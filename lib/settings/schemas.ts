import { z } from 'zod'
import { CategoryId, ShippingZoneId, TaxRateId } from '@/lib/core/ids'
import { isCountry } from '@/lib/core/regions'
import { limitNames, SetLimits } from '@/lib/core/request-limits'
import { isPlainLine } from '@/lib/core/visible-line'

/*
 * What staff change in the settings. Each thing is changed as a whole: its value, under the version at which it was read. The same schemas
 * read a value back out of the activity log, so they may grow but not shrink.
 */

const Country = z.string().trim().toUpperCase().refine(isCountry, 'Choose a country from the list.')
const Version = z.string().max(40)
const name = (what: string, max = 60) => z.string().trim().min(1, what).max(max, `At most ${max} characters.`)
const minor = z
  .number('Give an amount.')
  .int('Give an amount.')
  .min(0, 'Give an amount of zero or more.')
  .max(1_000_000_000, 'That is more than anybody pays.')

/** Millionths: 190,000 is 19 %. */
const RatePpm = z
  .number('Give the rate in percent, such as 7.5.')
  .int()
  .min(0, 'Give a rate from 0 to 100 %.')
  .max(1_000_000, 'Give a rate from 0 to 100 %.')

/** Where nothing else fits. */
export const UsualTax = z.object({ name: name('Say what the tax is called, such as VAT.'), rate_ppm: RatePpm })
export type UsualTax = z.infer<typeof UsualTax>

export const TaxRate = z.object({
  /** Null: in every country that has no rate of its own. */
  country: Country.nullable(),
  /** With all categories below it; null for all products. */
  category_id: CategoryId.nullable(),
  name: name('Say what the tax is called, such as VAT.'),
  rate_ppm: RatePpm,
})
export type TaxRate = z.infer<typeof TaxRate>

export const ShippingZone = z.object({
  name: name('Give the zone a name, such as Europe.'),
  countries: z
    .array(Country)
    .min(1, 'Choose at least one country.')
    .max(250)
    .transform((codes) => [...new Set(codes)].sort()),
})
export type ShippingZone = z.infer<typeof ShippingZone>

const Band = z.object({ from: minor, rate_minor: minor })

const ShippingMethodFields = {
  /** Null: wherever no zone reaches. */
  zone_id: ShippingZoneId.nullable(),
  name: name('Give it the name that shoppers read.'),
  description: z.string().trim().max(200, 'At most 200 characters.'),
  /** `order`: one price. `subtotal` and `weight`: by bands, which begin at amounts in minor units or at grams. */
  rate_by: z.enum(['order', 'subtotal', 'weight']),
  rate_minor: minor,
  bands: z.array(Band).max(30, 'At most 30 steps.'),
  free_from_minor: minor.min(1, 'Leave it empty, or give an amount above zero.').nullable(),
  min_days: z.number('From 0 to 60 working days.').int('Give whole days.').min(0, 'From 0 to 60 working days.').max(60, 'From 0 to 60 working days.'),
  max_days: z.number('From 0 to 60 working days.').int('Give whole days.').min(0, 'From 0 to 60 working days.').max(60, 'From 0 to 60 working days.'),
  is_active: z.boolean(),
  /** The first of its zone is what shoppers begin with. */
  position: z.number('Give a number.').int('Give a whole number.').min(0).max(999),
}

export const ShippingMethod = z
  .object(ShippingMethodFields)
  .check(({ value, issues }) => {
    const refuse = (path: string, message: string) => issues.push({ code: 'custom', path: [path], message, input: value })
    const starts = value.bands.map(({ from }) => from)
    if (value.max_days < value.min_days) refuse('max_days', 'Give at least as many days as in the field before.')
    if (value.rate_by === 'order') return
    if (starts.length === 0) refuse('bands', 'Give at least one step.')
    else if (new Set(starts).size < starts.length) refuse('bands', 'Two steps begin at the same point. Change one of them, or take it away.')
    else if (!starts.includes(0)) refuse('bands', 'The first step has to begin at 0, so that every order has a price.')
  })
  .transform((method) => ({
    ...method,
    bands: method.rate_by === 'order' ? [] : method.bands.toSorted((a, b) => a.from - b.from),
    rate_minor: method.rate_by === 'order' ? method.rate_minor : 0,
  }))
export type ShippingMethod = z.infer<typeof ShippingMethod>

const isLocale = (locale: string) => {
  try {
    return new Intl.Locale(locale).toString() === locale && Intl.DateTimeFormat.supportedLocalesOf(locale).length === 1
  } catch {
    return false
  }
}

export const ShopIdentity = z.object({
  shop_name: name('Give the shop a name.', 40),
  support_email: z.email('Enter an e-mail address like hello@example.com.').max(254),
  /** As it stands on invoices, up to six lines. */
  postal_address: z
    .string()
    .trim()
    .max(300, 'At most 300 characters.')
    .transform((text) => text.replaceAll('\r\n', '\n')),
  /** For example a VAT number, as it stands on invoices. */
  tax_number: z.string().trim().max(40, 'At most 40 characters.').prefault(''),
  home_country: Country,
  locale: z.string().trim().refine(isLocale, 'Give a language and a country, such as en-US or de-DE.'),
  time_zone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'Choose a time zone from the list.'),
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Choose a currency from the list.'),
})
export type ShopIdentity = z.infer<typeof ShopIdentity>

export const Payments = z.object({ off: z.array(z.enum(['stripe', 'test'])).transform((ways) => [...new Set(ways)].sort()) })
export type Payments = z.infer<typeof Payments>

/** Whom mails are from and where answers go; empty where it is the shop's own name and contact mail. */
export const MailSender = z.object({
  sender_name: z
    .string()
    .trim()
    .max(60, 'At most 60 characters.')
    .regex(/^[^\p{Cc}<>@"]*$/u, 'Give a name alone, without an address.'),
  reply_to: z.union([z.literal(''), z.email().max(254)], 'Enter an e-mail address like hello@example.com, or leave it empty.'),
})
export type MailSender = z.infer<typeof MailSender>

/** A change of one thing; without `id` and `version` it is a new one. */
const changing = <I extends z.ZodType, V extends z.ZodType>(id: I, value: V) =>
  z.strictObject({ id: id.optional(), version: Version.optional(), value })
const removing = <I extends z.ZodType>(id: I) => z.strictObject({ id, version: Version })

export const SaveTaxRate = changing(TaxRateId, TaxRate)
export type SaveTaxRate = z.infer<typeof SaveTaxRate>
export const RemoveTaxRate = removing(TaxRateId)
export type RemoveTaxRate = z.infer<typeof RemoveTaxRate>

export const SaveShippingZone = changing(ShippingZoneId, ShippingZone)
export type SaveShippingZone = z.infer<typeof SaveShippingZone>
export const RemoveShippingZone = removing(ShippingZoneId)
export type RemoveShippingZone = z.infer<typeof RemoveShippingZone>

const MethodCode = z.string().regex(/^[a-z0-9-]{1,50}$/)
export const SaveShippingMethod = changing(MethodCode, ShippingMethod)
export type SaveShippingMethod = z.infer<typeof SaveShippingMethod>
export const RemoveShippingMethod = removing(MethodCode)
export type RemoveShippingMethod = z.infer<typeof RemoveShippingMethod>

export const SaveUsualTax = z.strictObject({ version: Version, value: UsualTax })
export type SaveUsualTax = z.infer<typeof SaveUsualTax>
/** Not of the value's own schema: what was saved before can still be put back. */
const HIDDEN = 'Leave out signs that nobody sees or that turn the direction of the text.'
const looksAsItIs = (field: string) => ({ path: [field], error: HIDDEN })
export const SaveShop = z.strictObject({
  version: Version,
  value: ShopIdentity.refine(({ shop_name }) => isPlainLine(shop_name), looksAsItIs('shop_name')),
})
export type SaveShop = z.infer<typeof SaveShop>
export const SavePayments = z.strictObject({ version: Version, value: Payments })
export type SavePayments = z.infer<typeof SavePayments>
export const SaveMailSender = z.strictObject({
  version: Version,
  value: MailSender.refine(({ sender_name }) => isPlainLine(sender_name), looksAsItIs('sender_name')),
})
export type SaveMailSender = z.infer<typeof SaveMailSender>
/** All limits that are to differ from what the shop is delivered with. */
export const SaveLimits = z.strictObject({ version: Version, value: SetLimits })
export type SaveLimits = z.infer<typeof SaveLimits>

export const SettingChanged = z.object({ id: z.string(), undo: z.string().nullable() })
export type SettingChanged = z.infer<typeof SettingChanged>

/** What is taxed how, as the dashboard and programs read it. */
export const TaxSettings = z.object({
  usual: UsualTax.extend({ version: z.string() }),
  home_country: z.string(),
  rates: z.array(TaxRate.extend({ id: TaxRateId, version: z.string(), category: z.string().nullable() })),
  /** To choose from, each with those above it: `Books › Novels`. */
  categories: z.array(z.object({ id: CategoryId, name: z.string() })),
  /** Carts with something in them, whose total the next look counts anew. */
  open_carts: z.number().int(),
})
export type TaxSettings = z.infer<typeof TaxSettings>

export const ShippingSettings = z.object({
  currency: z.string(),
  locale: z.string(),
  home_country: z.string(),
  zones: z.array(z.object({ id: ShippingZoneId, name: z.string(), countries: z.array(z.string()), version: z.string() })),
  /** Those that are not on offer too. */
  methods: z.array(z.object({ ...ShippingMethodFields, code: z.string(), version: z.string() })),
  /** Products that are for sale and weigh nothing, as far as the shop knows. */
  weightless: z.number().int(),
})
export type ShippingSettings = z.infer<typeof ShippingSettings>

const Windows = z.array(z.object({ limit: z.number().int(), seconds: z.number().int() }))

/** How often anybody may ask, and what comes of asking more often. */
export const LimitSettings = z.object({
  version: z.string(),
  /** `auto`: for everybody but callers on the same machine. */
  are_on: z.enum(['on', 'off', 'auto']),
  limits: z.array(
    z.object({
      name: z.enum(limitNames),
      windows: Windows,
      /** As the shop is delivered. */
      usual: Windows,
      /** Null when it is as delivered. */
      set: Windows.nullable(),
      /** Of the environment; where it is set, it holds and nothing else. */
      variable: z.string(),
      is_fixed: z.boolean(),
    }),
  ),
  block: z.object({ refusals: z.number().int(), in_seconds: z.number().int(), seconds: z.number().int() }),
  sign_in: z.object({ attempts: z.number().int(), seconds: z.number().int() }),
})
export type LimitSettings = z.infer<typeof LimitSettings>
