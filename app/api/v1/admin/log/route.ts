import { AuditPage, ListAudit } from '@/lib/audit/schemas'
import { listChanges } from '@/lib/undo/list-changes'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/log', {
  summary: 'What staff did, newest first, with before and after',
  input: ListAudit,
  output: AuditPage,
  run: listChanges,
  isPersonal: true,
})
