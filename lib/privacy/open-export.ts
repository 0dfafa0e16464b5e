import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { type StoredFile, storage } from '@/lib/platform/storage/storage'
import { requireTask } from '@/lib/tasks/require-task'
import type { TaskRef } from '@/lib/tasks/schemas'
import { EXPORT_KIND, exportKey } from './exports'

/** The finished ZIP, for nobody but whose data it is: not for staff either. @throws unauthenticated, not_found also when its time is over */
export async function openExport(ctx: Ctx, { id }: TaskRef): Promise<StoredFile> {
  const userId = requireUser(ctx)
  const task = await requireTask(ctx, id)
  const isTheirs = task.kind === EXPORT_KIND && task.ownerId === userId && task.status === 'done'
  const isInTime = new Date(String(task.result?.expires_at)).getTime() > Date.now()
  const file = isTheirs && isInTime ? await storage().get(exportKey(userId, id)) : null
  if (!file) throw new DomainError('not_found', { detail: 'This file is no longer here. Please have a new one made.' })
  return file
}
