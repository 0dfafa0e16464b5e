import { NoInput } from '@/lib/cart/schemas'
import { saveLimits } from '@/lib/settings/limit-settings'
import { readLimits } from '@/lib/settings/read-limits'
import { LimitSettings, SaveLimits, SettingChanged } from '@/lib/settings/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/settings/limits', {
  summary: 'For who sees settings: how often anybody may ask',
  input: NoInput,
  output: LimitSettings,
  isPersonal: true,
  run: readLimits,
})

export const PUT = route('PUT /api/v1/admin/settings/limits', {
  summary: 'For who changes settings: set how often anybody may ask; what is left out is as the shop is delivered',
  input: SaveLimits,
  output: SettingChanged,
  isPersonal: true,
  run: saveLimits,
})
