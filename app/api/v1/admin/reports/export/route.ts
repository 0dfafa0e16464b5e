import { salesAsCsv } from '@/lib/analytics/sales-as-csv'
import { DayRange } from '@/lib/analytics/schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/reports/export', {
  summary: 'Sales by day, as CSV',
  line: 'One line for each day, the oldest first.',
  input: DayRange,
  file: 'sales-by-day.csv',
  run: salesAsCsv,
})
