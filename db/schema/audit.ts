import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AuditId } from '@/lib/core/ids'
import { createdAt, id } from './columns'

/** Who of the staff did what to which thing, with what it was and what it became. Rows are only ever added. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id<AuditId>().primaryKey(),
    /** `order.address_changed`: the noun and what happened to it. */
    action: text().notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** How people call the thing: an order's number, a product's name. Never a person's name or address. */
    subjectLabel: text('subject_label').notNull().default(''),
    /** `user:{id}` or `system:{name}`. */
    actor: text().notNull(),
    /** The client's network address; null once the person is erased. */
    address: text(),
    requestId: text('request_id').notNull(),
    before: jsonb(),
    after: jsonb(),
    /** What the thing's own version was after the change; undo asks whether it still is. Null when there is nothing to undo. */
    version: text(),
    /** The change that this one took back. */
    undoOf: id<AuditId>('undo_of').references((): AnyPgColumn => auditLog.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('audit_log_subject').on(t.subjectType, t.subjectId, t.id.desc().nullsFirst()),
    index('audit_log_actor').on(t.actor, t.id.desc().nullsFirst()),
    index('audit_log_action').on(t.action, t.id.desc().nullsFirst()),
    // Of two undos at once the second finds this taken.
    uniqueIndex('audit_log_undo_once').on(t.undoOf).where(sql`${t.undoOf} is not null`),
  ],
)
