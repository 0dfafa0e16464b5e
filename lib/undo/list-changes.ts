import { readAudit } from '@/lib/audit/read-audit'
import type { AuditPage, ListAudit } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { undoHandlers } from './handlers'

/** The log of what staff did, each entry with whether it is of a kind that can be taken back. One statement. @throws forbidden, invalid_input */
export const listChanges = (ctx: Ctx, input: ListAudit): Promise<AuditPage> => readAudit(ctx, input, new Set(Object.keys(undoHandlers)))
