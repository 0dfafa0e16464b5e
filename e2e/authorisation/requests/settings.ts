import { methodFields } from '@/app/(admin)/admin/settings/settings-fields'
import { listCountries } from '@/lib/checkout/countries'
import { newId } from '@/lib/core/ids'
import { versionOf } from '@/lib/settings/change-setting'
import { SaveShippingMethod } from '@/lib/settings/schemas'
import { saveShippingMethod, saveShippingZone } from '@/lib/settings/shipping-settings'
import { saveTaxRate } from '@/lib/settings/tax-settings'
import { type Asked, shop } from '../asking'

/** A country that has no tax rate and no zone yet, and that no order goes to. */
let countriesTaken = 0

export const anotherCountry = () => {
  const free = listCountries().filter(({ code }) => !['US', 'DE'].includes(code))
  countriesTaken++
  return free[countriesTaken % free.length]?.code ?? 'AQ'
}

export const methodForm = { name: 'Van', rate_by: 'order', rate: '7', currency: 'USD', min_days: '1', max_days: '2', position: '900' }

export const rateValue = () => ({ country: anotherCountry(), category_id: null, name: 'VAT', rate_ppm: 50_000 })

export const zoneValue = () => ({ name: `Zone ${newId()}`, countries: [anotherCountry()] })

export const methodValue = () => SaveShippingMethod.parse(methodFields(methodForm)).value

type Setting = { id: string; version: string }

export const changing = ({ id, version }: Setting, value: unknown): Asked => ({ params: { id }, body: { version, value } })

export const removing = ({ id, version }: Setting): Asked => ({ params: { id }, query: { version } })

export async function taxRate(): Promise<Setting> {
  const value = rateValue()
  return { id: (await saveTaxRate(shop, { value })).id, version: versionOf(value) }
}

export async function zone(): Promise<Setting> {
  const value = zoneValue()
  return { id: (await saveShippingZone(shop, { value })).id, version: versionOf(value) }
}

export async function shippingMethod(): Promise<Setting> {
  const value = methodValue()
  return { id: (await saveShippingMethod(shop, { value })).id, version: versionOf(value) }
}
