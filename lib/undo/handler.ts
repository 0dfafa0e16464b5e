import type { Tx } from '@/db/transaction'
import type { AuditAction } from '@/lib/audit/action'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { TaskId } from '@/lib/core/ids'
import type { Permission } from '@/lib/platform/auth/can'

/** A change as it was written down. */
export type UndoneEntry = {
  action: AuditAction
  subject: { type: string; id: string; label: string }
  before: unknown
  after: unknown
  /** The subject's version after that change. */
  version: string
}

/** What the undo did, for its own row of the log. With a `version` it can be taken back in turn. */
type Reversal = {
  before: unknown
  after: unknown
  version?: string | number
  /** What it came to, where it is not simply as before. */
  said?: string
  /** It is not done yet: long work does it. */
  task?: TaskId
  /** Of many, those that stayed as they are, and in words why. */
  left?: { count: number; why: string }
}

export type UndoHandler = {
  /** What the person needs to be allowed to do, beside seeing the log: what the change itself needed. */
  permission: Permission
  /** Locks the subject, calls `requireUnmoved`, puts `before` back. Everything of an ordinary change applies: events, copies, history. */
  revert(tx: Tx, ctx: Ctx, entry: UndoneEntry): Promise<Reversal>
}

/** Refuses to overwrite what somebody changed since. @throws stale */
export function requireUnmoved(current: string | number | null | undefined, { version }: Pick<UndoneEntry, 'version'>): void {
  if (current === null || current === undefined || String(current) !== version) throw movedOn()
}

/** The thing is not any more what the change made of it, or is gone. */
export const movedOn = () =>
  new DomainError('stale', { detail: 'This has been changed since, so it cannot be taken back as a whole. Change it by hand.' })
