import type { Ctx } from '@/lib/core/context'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { listOrderNumbers } from './list-all-orders'
import { sendWhole } from './send-parcel'
import type { BulkResult, SelectOrders, SendOrders } from './staff-schemas'

/** Marks many orders as sent, each as a whole or what is left of it. What cannot go is named with its reason. @throws forbidden */
export async function sendOrders(ctx: Ctx, { numbers }: SendOrders): Promise<BulkResult> {
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

const AT_ONCE = 500

/** The same for a selection; of all that match those that are paid, at most 500 at a time. @throws forbidden, invalid_input when there is none */
export async function sendSelected(ctx: Ctx, { numbers, filters }: SelectOrders): Promise<BulkResult> {
  const chosen = numbers ?? (filters ? await listOrderNumbers(ctx, { ...filters, status: 'paid' }, AT_ONCE) : [])
  if (chosen.length === 0) throw new DomainError('invalid_input', { detail: 'None of these orders is waiting to be sent.' })
  return sendOrders(ctx, { numbers: chosen })
}
