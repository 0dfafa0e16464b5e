import { findRecords } from '@/lib/records/find-records'
import { FindRecords, FoundRecords } from '@/lib/records/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/search', {
  summary: 'Find orders, products and customers by name, for staff',
  input: FindRecords,
  output: FoundRecords,
  run: findRecords,
  isPersonal: true,
})
