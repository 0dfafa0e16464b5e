import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError, type InputError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { returnUnits } from '@/lib/inventory/return-to-stock'
import { historyActor } from '@/lib/orders/history-actor'
import type { Changed } from '@/lib/orders/staff-schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { lockReturn, moveReturn } from './lock-return'
import type { ReturnView } from './schemas'
import type { ReceiveReturn } from './staff-schemas'

/** The parcel came back. What can be sold again goes on the shelf, the rest does not. One transaction. @throws forbidden, not_found, conflict, invalid_input */
export async function receiveReturn(ctx: Ctx, { number, id, restock }: ReceiveReturn): Promise<Changed> {
  requireCan(ctx, 'orders.fulfil')
  return transaction(async (tx) => {
    const locked = await lockReturn(tx, { number, id }, 'received')
    requirePart(locked.wish, restock)
    const wanted = JSON.stringify(restock.filter(({ quantity }) => quantity > 0))
    const sold = await tx.execute<{ variant_id: VariantId; quantity: number }>(sql`
      with given as (select g.* from jsonb_to_recordset(${wanted}::jsonb) as g (order_item_id uuid, quantity int)
      ), marked as (
        update return_items ri set restocked = g.quantity from given g where ri.return_id = ${id} and ri.order_item_id = g.order_item_id
        returning ri.order_item_id, ri.restocked
      )
      select i.variant_id, m.restocked as quantity from marked m join order_items i on i.id = m.order_item_id`)
    const units = sold.map(({ variant_id, quantity }) => ({ variantId: variant_id, quantity }))
    await returnUnits(tx, locked.order.id, units, { reason: 'sent back', actor: historyActor(ctx.actor) })
    await moveReturn(tx, ctx, locked, { status: 'received', title: `Your return of order ${number} has arrived`, after: restock })
    return {}
  })
}

/** @throws invalid_input for more than was sent back */
function requirePart({ lines }: ReturnView, restock: ReceiveReturn['restock']): void {
  const left = new Map<string, number>(lines.map(({ order_item_id, quantity }) => [order_item_id, quantity]))
  const errors = restock.flatMap(({ order_item_id, quantity }, index): InputError[] => {
    const possible = left.get(order_item_id) ?? 0
    left.delete(order_item_id)
    return quantity <= possible ? [] : [{ pointer: `/restock/${index}/quantity`, detail: `${possible} of these are in the return.` }]
  })
  if (errors.length > 0) throw new DomainError('invalid_input', { errors })
}
