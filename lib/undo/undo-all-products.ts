import { and, eq, inArray } from 'drizzle-orm'
import { tasks } from '@/db/schema/tasks'
import { BULK_EDIT } from '@/lib/catalog/bulk-all'
import { DomainError } from '@/lib/core/errors'
import { beginner } from '@/lib/platform/auth/acting-for'
import { beginTask } from '@/lib/tasks/begin-task'
import type { UndoHandler } from './handler'
import { TAKE_BACK, type TakeBack } from './take-back'

/** A change of all that matched: its batches are taken back one by one, as long work. @throws conflict while it is still being made */
export const undoAllProducts: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, ctx, { subject, after }) {
    const { ownerId, request } = beginner(ctx)
    const open = await tx
      .select({ input: tasks.input })
      .from(tasks)
      .where(and(eq(tasks.kind, BULK_EDIT), inArray(tasks.status, ['queued', 'running'])))
    if (open.some(({ input }) => input.whole === subject.id))
      throw new DomainError('conflict', { detail: 'This is still going on. Stop it first, then take it back.' })
    const input: TakeBack = { whole: subject.id, request }
    const { id: task } = await beginTask(tx, { kind: TAKE_BACK, ownerId, key: subject.id, input })
    return { before: after, after: { task }, task }
  },
}
