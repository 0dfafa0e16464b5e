import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { eachEntry } from './read-audit'
import type { AuditEntry, AuditFilters } from './schemas'

/** The log as a spreadsheet reads it. Cells that a spreadsheet would run as a formula are made harmless. @throws forbidden */
export function auditAsCsv(ctx: Ctx, filters: AuditFilters): AsyncIterable<string> {
  requireCan(ctx, 'audit.read')
  return lines(ctx, filters)
}

const columns = [
  'at',
  'who',
  'actor',
  'action',
  'subject_type',
  'subject_id',
  'subject',
  'address',
  'request_id',
  'before',
  'after',
  'took_back',
  'taken_back_by',
]

async function* lines(ctx: Ctx, filters: AuditFilters): AsyncIterable<string> {
  yield stringify([columns])
  for await (const entries of eachEntry(ctx, filters)) yield stringify(entries.map(lineOf), { escape_formulas: true })
}

const asText = (value: AuditEntry['before']) => (value === null ? '' : JSON.stringify(value))

const lineOf = ({ at, actor_name, actor, action, subject, address, request_id, before, after, undo_of, undone_by }: AuditEntry) => [
  at,
  actor_name ?? '',
  actor,
  action,
  subject.type,
  subject.id,
  subject.label,
  address ?? '',
  request_id,
  asText(before),
  asText(after),
  undo_of ?? '',
  undone_by ?? '',
]
