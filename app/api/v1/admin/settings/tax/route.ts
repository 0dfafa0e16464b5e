import { NoInput } from '@/lib/cart/schemas'
import { readTaxSettings } from '@/lib/settings/read-tax-settings'
import { SaveUsualTax, SettingChanged, TaxSettings } from '@/lib/settings/schemas'
import { saveUsualTax } from '@/lib/settings/tax-settings'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/settings/tax', {
  summary: 'For who sees settings: what is taxed how',
  input: NoInput,
  output: TaxSettings,
  isPersonal: true,
  run: readTaxSettings,
})

export const PUT = route('PUT /api/v1/admin/settings/tax', {
  summary: 'For who changes settings: the tax where no rate fits',
  input: SaveUsualTax,
  output: SettingChanged,
  isPersonal: true,
  run: saveUsualTax,
})
