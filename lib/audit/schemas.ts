import { z } from 'zod'
import { Day } from '@/lib/core/day'
import { AuditId, TaskId, UserId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'
import { isActionFilter } from './action'

export const AuditFilters = z.object({
  /** `order.address_changed`, or with a dot at its end every action of a noun: `order.` */
  action: z.string().trim().max(80).refine(isActionFilter, 'There is no such action.').optional(),
  subject_type: z.string().trim().max(40).optional(),
  subject_id: z.string().trim().max(80).optional(),
  /** The id of the member of staff. */
  actor: UserId.optional(),
  /** Days in the shop's time zone, both included. */
  from: Day.optional(),
  to: Day.optional(),
})
export type AuditFilters = z.infer<typeof AuditFilters>

export const ListAudit = AuditFilters.extend({ cursor: z.string().max(500).optional(), page_size: wholeNumber(1, 100).prefault(50) })
export type ListAudit = z.infer<typeof ListAudit>

export const AuditEntry = z.object({
  id: AuditId,
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string(), label: z.string() }),
  actor: z.string(),
  /** Null for the shop itself and for people who had their data erased. */
  actor_name: z.string().nullable(),
  address: z.string().nullable(),
  request_id: z.string(),
  before: z.json().nullable(),
  after: z.json().nullable(),
  at: z.string(),
  undo_of: AuditId.nullable(),
  undone_by: AuditId.nullable(),
  /** Has a version and is of a kind that can be taken back; whether it still can is found out by trying. */
  is_undoable: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = z.object({ data: z.array(AuditEntry), next_cursor: z.string().nullable(), prev_cursor: z.string().nullable() })
export type AuditPage = z.infer<typeof AuditPage>

export const UndoChange = z.strictObject({ id: AuditId })
export type UndoChange = z.infer<typeof UndoChange>

/** `task`: what takes long goes on as this work. `left`: so many of a change of many stayed as they are; the message says why. */
export const Undone = z.object({ id: AuditId, message: z.string(), task: TaskId.nullable(), left: z.number().int() })
export type Undone = z.infer<typeof Undone>
