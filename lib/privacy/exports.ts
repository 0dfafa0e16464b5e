import type { TaskId, UserId } from '@/lib/core/ids'

export const EXPORT_KIND = 'export_my_data'

/** How long a finished one can be fetched. */
export const EXPORT_DAYS = 3

export const exportPrefix = (userId: UserId) => `exports/${userId}/`

export const exportKey = (userId: UserId, taskId: TaskId) => `${exportPrefix(userId)}${taskId}.zip`
