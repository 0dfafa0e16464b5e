import { NoInput } from '@/lib/cart/schemas'
import { readShippingSettings } from '@/lib/settings/read-shipping-settings'
import { ShippingSettings } from '@/lib/settings/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/settings/shipping', {
  summary: 'For who sees settings: where the shop ships to, how, and for what',
  input: NoInput,
  output: ShippingSettings,
  isPersonal: true,
  run: readShippingSettings,
})
