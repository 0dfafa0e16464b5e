import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import type { FulfilmentId, OrderItemId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
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
  const units = new Map<string, number>(row.units.map(({ id: item, quantity }) => [item, quantity]))
  return {
    lines: lines.flatMap((line) => {
      const quantity = units.get(line.id)
      return quantity ? [{ ...line, quantity, line_total: money(line.price.amount * quantity, line.price.currency) }] : []
    }),
    ...(row.carrier ? { carrier: row.carrier } : {}),
    ...(row.tracking_number ? { tracking_number: row.tracking_number } : {}),
  }
}
