import { z } from 'zod'
import { DomainError } from '@/lib/core/errors'
import { UserId } from '@/lib/core/ids'
import { addressKeyOf } from '@/lib/platform/rate-limit/caller-address'
import { blockVersion, lockBlock, putBackBlock } from '@/lib/platform/rate-limit/write-block'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = z
  .object({
    reason: z.enum(['rate_limits', 'by_hand']),
    violations: z.number().int().nullable(),
    policy: z.string().nullable(),
    note: z.string(),
    blocked_by: UserId.nullable(),
    blocked_at: z.string(),
    blocked_until: z.string(),
  })
  .nullable()

/** Whether an address is blocked, until when and why. A block whose time is over by now does not come back. */
export const undoBlock: UndoHandler = {
  permission: 'addresses.block',
  async revert(tx, ctx, entry) {
    const key = entry.subject.id
    const now = await lockBlock(tx, key)
    requireUnmoved(blockVersion(now), entry)
    const before = Before.parse(entry.before)
    if (before && key === addressKeyOf(ctx.clientAddress))
      throw new DomainError('conflict', { detail: 'This is the address that you use yourself at this moment.' })
    await putBackBlock(tx, key, before)
    const after = await lockBlock(tx, key)
    return { before: now, after, version: blockVersion(after) }
  },
}
