import { RemoveTaxRate, SaveTaxRate, SettingChanged } from '@/lib/settings/schemas'
import { removeTaxRate, saveTaxRate } from '@/lib/settings/tax-settings'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/settings/tax/rates/{id}', {
  summary: 'For who changes settings: change a rate',
  input: SaveTaxRate,
  output: SettingChanged,
  isPersonal: true,
  run: saveTaxRate,
})

export const DELETE = route('DELETE /api/v1/admin/settings/tax/rates/{id}', {
  summary: 'For who changes settings: take a rate away; `version` stands in the query',
  input: RemoveTaxRate,
  output: SettingChanged,
  isPersonal: true,
  run: removeTaxRate,
})
