import { sql } from 'drizzle-orm'
import { constraintName, type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { UndoChange, Undone } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import type { UndoHandler, UndoneEntry } from './handler'
import { undoHandlers } from './handlers'

/**
 * Takes a change of the log back while the thing has not moved on, and writes that down too. Whoever may make the change may take it back.
 * One transaction. @throws forbidden, not_found, conflict when it is of a kind that cannot be taken back or was already, stale.
 */
export async function undoChange(ctx: Ctx, { id }: UndoChange, handlers: Readonly<Record<string, UndoHandler>> = undoHandlers): Promise<Undone> {
  requireCan(ctx, 'dashboard.use')
  try {
    return await transaction(async (tx) => {
      const { undoneBy, ...entry } = await requireEntry(tx, id)
      const handler = handlers[entry.action]
      if (handler) requireCan(ctx, handler.permission)
      else requireCan(ctx, 'audit.read')
      if (undoneBy) throw alreadyUndone()
      if (!handler || entry.version === null) throw new DomainError('conflict', { detail: 'A change of this kind cannot be taken back.' })
      const { task = null, left, said, ...reversal } = await handler.revert(tx, ctx, { ...entry, version: entry.version })
      const undo = audited(tx, ctx, { ...reversal, action: entry.action, subject: entry.subject, undoOf: id })
      const message = task ? 'It is being taken back. That goes on by itself.' : ['Taken back.', said, left?.why].filter(Boolean).join(' ')
      return { id: undo, message, task, left: left?.count ?? 0 }
    })
  } catch (error) {
    // Both found it not undone, and changed different things.
    if (constraintName(error) === 'audit_log_undo_once') throw alreadyUndone()
    throw error
  }
}

const alreadyUndone = () => new DomainError('conflict', { detail: 'This was taken back already.' })

type Found = Omit<UndoneEntry, 'version'> & { version: string | null; undoneBy: string | null }

async function requireEntry(tx: Tx, id: string): Promise<Found> {
  const [found] = await tx.execute<Found>(sql`
    select a.action, json_build_object('type', a.subject_type, 'id', a.subject_id, 'label', a.subject_label) as subject, a.before, a.after,
      a.version, (select n.id from audit_log n where n.undo_of = a.id) as "undoneBy"
    from audit_log a where a.id = ${id} for update of a`)
  if (!found) throw new DomainError('not_found', { detail: 'There is no such entry in the log.' })
  return found
}
