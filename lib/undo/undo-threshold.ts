import { z } from 'zod'
import { ProductId } from '@/lib/core/ids'
import { SetThreshold } from '@/lib/inventory/schemas'
import { lockThreshold, writeThreshold } from '@/lib/inventory/set-threshold'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = z.object({ low_stock_threshold: SetThreshold.shape.low_stock_threshold })

/** From how many units on a product counts as low. */
export const undoThreshold: UndoHandler = {
  permission: 'inventory.write',
  async revert(tx, _ctx, entry) {
    const id = ProductId.parse(entry.subject.id)
    const { threshold: now } = await lockThreshold(tx, id)
    requireUnmoved(now, entry)
    const before = Before.parse(entry.before)
    await writeThreshold(tx, id, before.low_stock_threshold)
    return { before: { low_stock_threshold: now }, after: before, version: before.low_stock_threshold }
  },
}
