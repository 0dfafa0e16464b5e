import { SaveTaxRate, SettingChanged } from '@/lib/settings/schemas'
import { saveTaxRate } from '@/lib/settings/tax-settings'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/settings/tax/rates', {
  summary: 'For who changes settings: add a rate for a country, a category, or both',
  input: SaveTaxRate,
  output: SettingChanged,
  isPersonal: true,
  status: 201,
  run: saveTaxRate,
})
