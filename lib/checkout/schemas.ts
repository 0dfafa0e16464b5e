import { z } from 'zod'
import { Totals } from '@/lib/cart/schemas'
import { Money } from '@/lib/core/money'
import { visibleLine } from '@/lib/core/visible-line'
import { sayWhatCountryNeeds, withPostalCode } from './address-rules'
import { findCountry } from './countries'

const line = (max: number) => z.string().overwrite(visibleLine).max(max)
const optionalLine = (max: number) =>
  line(max)
    .nullish()
    .transform((value) => value || null)

/** The fields of an address, as it is stored and shown. */
export const AddressFields = z.strictObject({
  full_name: line(120).min(1, 'Enter your full name.'),
  line1: line(200).min(1, 'Enter your street and house number.'),
  line2: optionalLine(200),
  city: line(120).min(1, 'Enter your city.'),
  /** Subdivision code, for example `NY`. */
  region: optionalLine(10),
  postal_code: optionalLine(20),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2, 'Choose a country.').toUpperCase(),
  phone: optionalLine(40),
})
export type AddressFields = z.infer<typeof AddressFields>

/** An address as somebody writes it: what its country needs is said together with what else is missing, so that there is one round. */
export const Address = AddressFields.superRefine(sayWhatCountryNeeds, {
  when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
}).overwrite(withPostalCode)

export const PlaceOrder = z.strictObject({
  email: z.email('Enter an e-mail address like name@example.com.').max(254),
  marketing_consent: z.boolean().default(false),
  shipping_address: Address,
  /** Absent: the same as shipping. */
  billing_address: Address.nullish(),
  shipping_method: z.string().max(50),
  /** The total that the shopper saw and agreed to. Another one is `price_changed`, and nothing is placed. */
  expected_total: Money,
})
export type PlaceOrder = z.infer<typeof PlaceOrder>

export const ListDeliveryOptions = z.strictObject({
  country: z
    .string()
    .length(2)
    .toUpperCase()
    .refine((code) => findCountry(code) !== null, 'There is no country with this code.'),
})
export type ListDeliveryOptions = z.infer<typeof ListDeliveryOptions>

/** One way for the cart to travel; the first of them is the usual one. */
export const DeliveryOption = z.object({
  /** What `shipping_method` takes. */
  code: z.string(),
  name: z.string(),
  description: z.string(),
  /** All that the cart costs when it goes this way. */
  totals: Totals,
})
export type DeliveryOption = z.infer<typeof DeliveryOption>
export const DeliveryOptionList = z.object({ data: z.array(DeliveryOption) })

export const CountryName = z.object({ code: z.string(), name: z.string() })
export type CountryName = z.infer<typeof CountryName>

/** How an address is asked for in one country. */
export const Country = CountryName.extend({
  /** Subdivisions; `code` is what `region` takes. */
  regions: z.array(CountryName),
  is_region_required: z.boolean(),
  /** `State`, `Province`, `Region` … */
  region_label: z.string(),
  is_postal_code_required: z.boolean(),
  /** `ZIP code`, `Postal code` … */
  postal_code_label: z.string(),
  /** Source of a regular expression for the code in capitals; null where any text will do. */
  postal_code_pattern: z.string().nullable(),
})
export type Country = z.infer<typeof Country>

export const CountryList = z.object({ data: z.array(CountryName) })
export const CountryRef = z.strictObject({ code: z.string().length(2).toUpperCase() })
