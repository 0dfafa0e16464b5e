import { RemoveShippingMethod, SaveShippingMethod, SettingChanged } from '@/lib/settings/schemas'
import { removeShippingMethod, saveShippingMethod } from '@/lib/settings/shipping-settings'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/settings/shipping/methods/{id}', {
  summary: 'For who changes settings: change a way to ship',
  input: SaveShippingMethod,
  output: SettingChanged,
  isPersonal: true,
  run: saveShippingMethod,
})

export const DELETE = route('DELETE /api/v1/admin/settings/shipping/methods/{id}', {
  summary: 'For who changes settings: take a way to ship away; `version` stands in the query',
  input: RemoveShippingMethod,
  output: SettingChanged,
  isPersonal: true,
  run: removeShippingMethod,
})
