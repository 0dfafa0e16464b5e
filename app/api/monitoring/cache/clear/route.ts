import { NoInput } from '@/lib/cart/schemas'
import { clearCache } from '@/lib/platform/monitoring/clear-cache'
import { CacheCleared } from '@/lib/platform/monitoring/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/monitoring/cache/clear', {
  summary: 'Throw away whatever is cached, in all instances',
  input: NoInput,
  output: CacheCleared,
  run: clearCache,
  isPersonal: true,
})
