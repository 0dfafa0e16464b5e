import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireCan } from '@/lib/platform/auth/can'
import { eachWaiting, listWaiting } from './list-all-orders'
import { beginSending } from './send-all-orders'
import { sendEach } from './send-each'
import { type BulkResult, type OrdersSent, SEND_LIMIT, type SendOrders } from './staff-schemas'

const SAMPLE = 5

/**
 * Marks many orders as sent, each as a whole or what is left of it: those with these numbers, or of all that match those that are paid. Up to
 * `atOnce` while the caller waits; more as long work. What cannot go is named with its reason. A dry run says which can go, and sends nothing.
 * @throws forbidden, invalid_input when none of all that match is waiting
 */
export async function sendOrders(ctx: Ctx, { numbers, filters = {}, dry_run }: SendOrders, atOnce = SEND_LIMIT): Promise<OrdersSent> {
  requireCan(ctx, 'orders.fulfil')
  if (numbers && !dry_run) return { waiting: numbers.length, sample: [], task: null, ...(await sendEach(ctx, numbers)) }
  const { count: waiting, newest } = await listWaiting(ctx, { ...filters, numbers }, SAMPLE)
  const sample = newest.map(({ number, customer, total, total_items }) => ({ number, name: customer.name, total, total_items }))
  const found = { waiting, sample, done: 0, refused: [], task: null }
  if (dry_run) return found
  if (waiting === 0) throw new DomainError('invalid_input', { detail: 'None of these orders is waiting to be sent.' })
  if (waiting > atOnce) return { ...found, task: await beginSending(ctx, filters, waiting) }
  const result: BulkResult = { done: 0, refused: [] }
  for await (const some of eachWaiting(ctx, filters, atOnce)) {
    const { done, refused } = await sendEach(ctx, some)
    result.done += done
    result.refused.push(...refused)
  }
  return { ...found, ...result }
}
