import { NoInput } from '@/lib/cart/schemas'
import { findSystemStatistics } from '@/lib/platform/monitoring/find-system-statistics'
import { SystemStatistics } from '@/lib/platform/monitoring/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/monitoring/system', {
  summary: 'Memory, processor and disk of this instance, and its operations',
  input: NoInput,
  output: SystemStatistics,
  run: findSystemStatistics,
  isPersonal: true,
})
