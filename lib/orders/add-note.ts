import { orderNotes } from '@/db/schema/fulfilments'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { historyActor } from './history-actor'
import { readOrderHead } from './read-order'
import { noSuchOrder } from './require-order'
import type { AddNote, Changed } from './staff-schemas'

/** Writes down something about an order for the others who work here; shoppers never see it. A repeated idempotency key acts once. @throws forbidden, not_found */
export async function addNote(ctx: Ctx, input: AddNote): Promise<Changed> {
  requireCan(ctx, 'orders.fulfil')
  const { number, body } = input
  return onceInTransaction(ctx, 'order-note', input, async (tx) => {
    const order = await readOrderHead(tx, number)
    if (!order) throw noSuchOrder()
    await tx.insert(orderNotes).values({ id: newId(), orderId: order.id, body, createdBy: historyActor(ctx.actor) })
    audited(tx, ctx, { action: 'order.note_added', subject: { type: 'order', id: order.id, label: number }, after: { note: body } })
    return {}
  })
}
