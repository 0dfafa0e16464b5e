import { NoInput } from '@/lib/cart/schemas'
import { findDatabaseStatistics } from '@/lib/platform/monitoring/find-database-statistics'
import { DatabaseStatistics } from '@/lib/platform/monitoring/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/monitoring/database', {
  summary: 'What Postgres has counted, and what this instance asks of it',
  input: NoInput,
  output: DatabaseStatistics,
  run: findDatabaseStatistics,
  isPersonal: true,
})
