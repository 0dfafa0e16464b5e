import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import type { FulfilmentId, OrderItemId } from '@/lib/core/ids'
import { linesOf } from './mailed-order'
import type { OrderView } from './schemas'

export type Parcel = { lines: OrderView['lines']; carrier?: string; tracking_number?: string }

type Row = { carrier: string; tracking_number: string; units: { id: OrderItemId; quantity: number }[] }

/** What is in a parcel of an order, and how the carrier knows it; without an id the last one. One statement. */
export async function readParcel(reader: Reader, { id, lines }: Pick<OrderView, 'id' | 'lines'>, fulfilmentId?: FulfilmentId): Promise<Parcel> {
  const [row] = await reader.execute<Row>(sql`
    select f.carrier, f.tracking_number, (select json_agg(json_build_object('id', i.order_item_id, 'quantity', i.quantity))
      from fulfilment_items i where i.fulfilment_id = f.id) as units
    from fulfilments f where f.order_id = ${id} and ${fulfilmentId ? sql`f.id = ${fulfilmentId}` : sql`true`} order by f.created_at desc, f.id desc limit 1`)
  if (!row) return { lines }
  return {
    lines: linesOf({ lines }, new Map(row.units.map((unit) => [unit.id, unit.quantity]))),
    ...(row.carrier ? { carrier: row.carrier } : {}),
    ...(row.tracking_number ? { tracking_number: row.tracking_number } : {}),
  }
}
