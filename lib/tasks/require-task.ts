import { and, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { tasks } from '@/db/schema/tasks'
import type { Reader } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan, requireUser } from '@/lib/platform/auth/can'
import type { TaskRef, TaskView } from './schemas'
import { type TaskRow, taskView } from './task-view'

/** A task for who began it; the shop's own for staff. One statement. @throws unauthenticated, not_found */
export const findTask = async (ctx: Ctx, { id }: TaskRef): Promise<TaskView> => taskView(await requireTask(ctx, id))

export async function requireTask(ctx: Ctx, id: TaskRow['id'], reader: Reader = database()): Promise<TaskRow> {
  requireUser(ctx)
  const [task] = await reader.select().from(tasks).where(eq(tasks.id, id))
  if (!task) throw new DomainError('not_found')
  requireCan(ctx, 'task.watch', { ownerId: task.ownerId })
  return task
}

/** The newest of a kind that the signed-in person has begun. One statement. @throws unauthenticated */
export async function findNewestTask(ctx: Ctx, kind: string): Promise<TaskView | null> {
  const ownerId = requireUser(ctx)
  const [task] = await database()
    .select()
    .from(tasks)
    .where(and(eq(tasks.ownerId, ownerId), eq(tasks.kind, kind)))
    .orderBy(desc(tasks.id))
    .limit(1)
  return task ? taskView(task) : null
}
