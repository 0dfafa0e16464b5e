import { readReport } from '@/lib/analytics/read-report'
import { DayRange, Report } from '@/lib/analytics/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/reports', {
  summary: 'What the shop earned in some days of its calendar, beside as many days before them',
  input: DayRange,
  output: Report,
  run: readReport,
  isPersonal: true,
})
