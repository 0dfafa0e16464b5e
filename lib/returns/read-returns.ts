import { sql } from 'drizzle-orm'
import type { ReturnReason, ReturnStatus } from '@/db/schema/returns'
import type { Reader } from '@/db/transaction'
import type { OrderId, OrderItemId, ReturnId } from '@/lib/core/ids'
import type { ReturnView } from './schemas'

/** How long after delivery something can be sent back. */
export const RETURN_DAYS = 30

type ReturnableLine = { orderItemId: OrderItemId; returnable: number }

export type ReturnsRow = { deliveredAt: string | null; lines: ReturnableLine[]; returns: ReturnView[] }

/** When it was delivered, what of each line is not yet sent back or asked for, and what was asked so far, newest first. One statement. */
export async function readReturns(reader: Reader, orderId: OrderId): Promise<ReturnsRow> {
  const [row] = await reader.execute<Row>(sql`
    select
      (select max(h.created_at) from order_status_history h where h.order_id = ${orderId} and h.status = 'delivered') as delivered_at,
      (select json_agg(json_build_object('orderItemId', i.id, 'returnable', greatest(0, i.quantity - a.asked - greatest(0, f.units - a.finished))) order by i.position)
        from order_items i, ${askedOf}, ${refundedOf} where i.order_id = ${orderId}) as lines,
      (select json_agg(json_build_object('id', r.id, 'status', r.status, 'note', r.note, 'requested_at', r.created_at, 'lines', (
          select json_agg(json_build_object('order_item_id', ri.order_item_id, 'name', i.product_name, 'variant_title', i.variant_title,
            'quantity', ri.quantity, 'reason', ri.reason, 'note', ri.note) order by i.position)
          from return_items ri join order_items i on i.id = ri.order_item_id where ri.return_id = r.id)) order by r.id desc)
        from returns r where r.order_id = ${orderId}) as returns`)
  return { deliveredAt: row?.delivered_at ?? null, lines: row?.lines ?? [], returns: (row?.returns ?? []).map(returnView) }
}

/** On `order_items i`: units in returns that go on or are done, and those of them that are done. */
const askedOf = sql`lateral (
  select coalesce(sum(ri.quantity), 0) as asked, coalesce(sum(ri.quantity) filter (where r.status = 'refunded'), 0) as finished
  from return_items ri join returns r on r.id = ri.return_id where ri.order_item_id = i.id and r.status not in ('rejected', 'withdrawn')
) a`

/** On `order_items i`: refunded units, with a return or without, the latter cannot be sent back for their money; and those that never left. */
const refundedOf = sql`lateral (
  select coalesce(sum(case when r.status = 'failed' then ri.unsent else ri.quantity end), 0) as units
  from refund_items ri join refunds r on r.id = ri.refund_id where ri.order_item_id = i.id
) f`

type Row = { delivered_at: string | null; lines: ReturnableLine[] | null; returns: StoredReturn[] | null }
type StoredReturn = {
  id: ReturnId
  status: ReturnStatus
  note: string
  requested_at: string
  lines: { order_item_id: OrderItemId; name: string; variant_title: string; quantity: number; reason: ReturnReason; note: string }[]
}

const returnView = (stored: StoredReturn): ReturnView => ({ ...stored, requested_at: new Date(stored.requested_at).toISOString() })

/** Until when, or why not. */
export function returnWindow(
  { deliveredAt, lines }: ReturnsRow,
  nowMs = Date.now(),
): { openUntil: Date } | { closedBecause: 'not_delivered' | 'too_late' | 'nothing_left' } {
  if (!deliveredAt) return { closedBecause: 'not_delivered' }
  const openUntil = new Date(Date.parse(deliveredAt) + RETURN_DAYS * 86_400_000)
  if (openUntil.getTime() < nowMs) return { closedBecause: 'too_late' }
  if (lines.every(({ returnable }) => returnable <= 0)) return { closedBecause: 'nothing_left' }
  return { openUntil }
}
