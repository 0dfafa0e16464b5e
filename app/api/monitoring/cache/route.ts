import { NoInput } from '@/lib/cart/schemas'
import { findCacheStatistics } from '@/lib/platform/monitoring/find-cache-statistics'
import { CacheStatistics } from '@/lib/platform/monitoring/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/monitoring/cache', {
  summary: 'How much of what is asked comes from memory and from Redis',
  input: NoInput,
  output: CacheStatistics,
  run: findCacheStatistics,
  isPersonal: true,
})
