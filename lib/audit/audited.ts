import { sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import { type Tx, withCommit } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { type AuditId, newId } from '@/lib/core/ids'
import type { AuditAction } from './action'

/** The thing that was changed. `label` is how people call it: an order's number, a product's name; never a person's name or address: `readAudit` finds out what a `customer` is called. */
type AuditSubject = { type: string; id: string; label?: string }

export type AuditChange = {
  action: AuditAction
  subject: AuditSubject
  /** What it was and what it became; only what changed. Never a password, token or key. */
  before?: unknown
  after?: unknown
  /** The subject's own version after the change, for actions that can be taken back (`lib/undo/handlers.ts`). */
  version?: string | number
  /** Set by `undoChange` alone. */
  undoOf?: AuditId
}

/**
 * Writes down who did what, in the transaction of the change: both happen or neither does. Travels with the COMMIT, so it costs no round
 * trip. Every function that staff reach through the dashboard calls it. @returns the row's id, which a toast's Undo sends back.
 */
export function audited(tx: Tx, ctx: Ctx, { action, subject, before, after, version, undoOf }: AuditChange): AuditId {
  const id = newId<AuditId>()
  withCommit(tx, `audit ${id}`, () =>
    insertRow(tx, {
      id,
      action,
      type: subject.type,
      subjectId: subject.id,
      label: subject.label ?? '',
      actor: ctx.actor.kind === 'guest' ? 'guest' : principalOf(ctx.actor),
      address: ctx.clientAddress,
      requestId: ctx.requestId,
      before: asJson(before),
      after: asJson(after),
      version: version === undefined ? null : String(version),
      undoOf: undoOf ?? null,
    }),
  )
  return id
}

const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

type Values = Record<'id' | 'action' | 'type' | 'subjectId' | 'label' | 'actor' | 'address' | 'requestId', string> &
  Record<'before' | 'after' | 'version' | 'undoOf', string | null>

const insertRow = statement<never, Values>(
  (v) => sql`
    insert into audit_log (id, action, subject_type, subject_id, subject_label, actor, address, request_id, before, after, version, undo_of)
    values (${v.id}, ${v.action}, ${v.type}, ${v.subjectId}, ${v.label}, ${v.actor}, ${v.address}, ${v.requestId},
      ${v.before}::jsonb, ${v.after}::jsonb, ${v.version}, ${v.undoOf})`,
)
