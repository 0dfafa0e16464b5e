import { SaveShippingMethod, SettingChanged } from '@/lib/settings/schemas'
import { saveShippingMethod } from '@/lib/settings/shipping-settings'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/settings/shipping/methods', {
  summary: 'For who changes settings: add a way to ship',
  input: SaveShippingMethod,
  output: SettingChanged,
  isPersonal: true,
  status: 201,
  run: saveShippingMethod,
})
