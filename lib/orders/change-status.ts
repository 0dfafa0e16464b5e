import { sql } from 'drizzle-orm'
import type { OrderStatus, PaymentStatus } from '@/db/schema/orders'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'
import { idList, newRowId } from '@/lib/inventory/stock-sql'

export type StatusChange = { status: OrderStatus; note: string; createdBy: string; paymentStatus?: PaymentStatus }

/** Status and line of history (R13) of locked orders, in one statement. Whether the change is allowed, the caller has seen. */
export async function changeStatus(tx: Tx, orderIds: OrderId[], { status, note, createdBy, paymentStatus }: StatusChange): Promise<void> {
  await tx.execute(sql`
    with changed as (
      update orders set status = ${status}, payment_status = coalesce(${paymentStatus ?? null}, payment_status), updated_at = now()
      where id = any(${idList(orderIds)}) returning id
    )
    insert into order_status_history (id, order_id, status, note, created_by)
    select ${newRowId}, id, ${status}, ${note}, ${createdBy} from changed`)
}
