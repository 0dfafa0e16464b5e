import type { Ctx } from '@/lib/core/context'
import { refreshSales } from './refresh-sales'

/** Longer than any transaction: a movement carries the time at which its transaction began and is seen when it ends. */
const OVERLAP_MS = 10 * 60_000

let countedUntil: Date | undefined

/** The sweep behind "best selling": everything at its first run in a process, then what was sold since the last one. @returns how many changed. */
export async function refreshRecentSales(ctx: Ctx): Promise<number> {
  const startedAt = Date.now()
  const result = await refreshSales(ctx, { since: countedUntil })
  if (!result) return 0
  countedUntil = new Date(startedAt - OVERLAP_MS)
  return result.changed
}
