import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { OrderId, VariantId } from '@/lib/core/ids'
import { moveOnHand } from './move-on-hand'

type Cause = { reason: string; actor: string }
type Units = { variantId: VariantId; quantity: number }

/**
 * Puts on the shelf again what was sold with an order (R87), less what was put back before and what was refunded by the unit: about that it
 * was decided then. The caller holds the order's lock. Two statements.
 */
export async function returnToStock(tx: Tx, orderId: OrderId, cause: Cause): Promise<void> {
  const sold = await readSold(tx, orderId)
  await putBack(
    tx,
    orderId,
    sold.map(({ variantId, sold, returned, refunded }) => ({ variantId, quantity: sold - Math.max(returned, refunded) })),
    cause,
  )
}

/**
 * Puts these units of an order back, never more than were sold with it and have not come back: a refund and a return may mean the same ones.
 * Untracked units have no place on a shelf. The caller holds the order's lock. Two statements. @throws conflict
 */
export async function returnUnits(tx: Tx, orderId: OrderId, units: Units[], cause: Cause): Promise<void> {
  const out = new Map((await readSold(tx, orderId)).map(({ variantId, name, sold, returned }) => [variantId, { name, left: sold - returned }]))
  for (const [variantId, { name, left }] of out) {
    const wanted = units.filter((unit) => unit.variantId === variantId).reduce((sum, { quantity }) => sum + quantity, 0)
    if (wanted <= left) continue
    const detail = `Of “${name}” ${left === 0 ? 'all units are' : `all but ${left} are`} on the shelf again already. Put back fewer.`
    throw new DomainError('conflict', { detail })
  }
  await putBack(
    tx,
    orderId,
    units.filter(({ variantId }) => out.has(variantId)),
    cause,
  )
}

async function putBack(tx: Tx, orderId: OrderId, units: Units[], { reason, actor }: Cause): Promise<void> {
  const changes = units.filter(({ quantity }) => quantity > 0).map(({ variantId, quantity }) => ({ variantId, delta: quantity, reason }))
  await moveOnHand(tx, changes, { kind: 'returned', actor, orderId })
}

type Sold = { variantId: VariantId; name: string; sold: number; returned: number; refunded: number }

/** Per variant, from the ledger. */
const readSold = (tx: Tx, orderId: OrderId): Promise<Sold[]> =>
  tx.execute<Sold>(sql`
    select m.variant_id as "variantId", (select max(i.product_name) from order_items i where i.order_id = ${orderId} and i.variant_id = m.variant_id) as name,
      coalesce(-sum(m.on_hand_delta) filter (where m.kind = 'sold'), 0)::int as sold,
      coalesce(sum(m.on_hand_delta) filter (where m.kind = 'returned'), 0)::int as returned,
      (select coalesce(sum(ri.quantity), 0)::int from refund_items ri join refunds r on r.id = ri.refund_id join order_items i on i.id = ri.order_item_id
        where i.order_id = ${orderId} and i.variant_id = m.variant_id and r.status <> 'failed') as refunded
    from inventory_movements m where m.order_id = ${orderId} and m.kind in ('sold', 'returned') group by m.variant_id`)
