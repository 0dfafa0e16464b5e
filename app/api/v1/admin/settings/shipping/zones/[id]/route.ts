import { RemoveShippingZone, SaveShippingZone, SettingChanged } from '@/lib/settings/schemas'
import { removeShippingZone, saveShippingZone } from '@/lib/settings/shipping-settings'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/settings/shipping/zones/{id}', {
  summary: 'For who changes settings: change a zone',
  input: SaveShippingZone,
  output: SettingChanged,
  isPersonal: true,
  run: saveShippingZone,
})

export const DELETE = route('DELETE /api/v1/admin/settings/shipping/zones/{id}', {
  summary: 'For who changes settings: take a zone away; `version` stands in the query',
  input: RemoveShippingZone,
  output: SettingChanged,
  isPersonal: true,
  run: removeShippingZone,
})
