import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireOrder } from '@/lib/orders/require-order'
import { requireUser } from '@/lib/platform/auth/can'
import { readReturns, returnWindow } from './read-returns'
import type { ReturnsOfOrder } from './schemas'

/** What of one's own order can be sent back, and what was asked so far. Two statements. @throws unauthenticated, not_found */
export async function listReturns(ctx: Ctx, { number }: { number: string }): Promise<ReturnsOfOrder> {
  requireUser(ctx)
  const order = await requireOrder(ctx, { number })
  const read = await readReturns(database(), order.id)
  const window = returnWindow(read)
  const returnable = new Map<string, number>(read.lines.map((line) => [line.orderItemId, line.returnable]))
  return {
    open_until: 'openUntil' in window ? window.openUntil.toISOString() : null,
    closed_because: 'closedBecause' in window ? window.closedBecause : null,
    lines: order.lines.map((line) => ({ ...line, returnable: Math.max(0, returnable.get(line.id) ?? 0) })),
    returns: read.returns,
  }
}
