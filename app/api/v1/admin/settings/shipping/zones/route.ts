import { SaveShippingZone, SettingChanged } from '@/lib/settings/schemas'
import { saveShippingZone } from '@/lib/settings/shipping-settings'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/settings/shipping/zones', {
  summary: 'For who changes settings: add a zone',
  input: SaveShippingZone,
  output: SettingChanged,
  isPersonal: true,
  status: 201,
  run: saveShippingZone,
})
