import type { Ctx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { sendWhole } from './send-parcel'
import type { BulkResult } from './staff-schemas'

/** Marks orders as sent, each in a transaction of its own. What cannot go is named with its reason. @throws forbidden */
export async function sendEach(ctx: Ctx, numbers: readonly string[]): Promise<BulkResult> {
  requireCan(ctx, 'orders.fulfil')
  const result: BulkResult = { done: 0, refused: [] }
  // One after another: five hundred at once would leave no connection to the shop.
  for (const number of new Set(numbers)) {
    try {
      await sendWhole(ctx, number)
      result.done++
    } catch (error) {
      if (!isDomainError(error)) throw error
      result.refused.push({ label: number, reason: error.message })
    }
  }
  return result
}
