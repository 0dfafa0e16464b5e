import { auditAsCsv } from '@/lib/audit/audit-as-csv'
import { AuditFilters } from '@/lib/audit/schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/log/export', {
  summary: 'What staff did, as CSV',
  line: 'One line for each entry, newest first.',
  input: AuditFilters,
  file: 'activity-log.csv',
  run: auditAsCsv,
})
