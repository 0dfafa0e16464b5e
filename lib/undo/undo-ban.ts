import { z } from 'zod'
import { UserId } from '@/lib/core/ids'
import { lockStanding, writeStanding } from '@/lib/customers/ban-user'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = z.object({ is_banned: z.boolean() })

/** Whether an account is closed. The sessions that it ended do not come back. */
export const undoBan: UndoHandler = {
  permission: 'customers.write',
  async revert(tx, ctx, entry) {
    const userId = UserId.parse(entry.subject.id)
    const now = await lockStanding(tx, ctx, userId)
    requireUnmoved(now.version, entry)
    const before = Before.parse(entry.before)
    return { before: { is_banned: now.isBanned }, after: before, version: await writeStanding(tx, { userId, isBanned: before.is_banned }) }
  },
}
