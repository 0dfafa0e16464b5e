import { sql } from 'drizzle-orm'
import type { OrderStatus, PaymentStatus } from '@/db/schema/orders'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'
import { newRowId } from '@/lib/inventory/stock-sql'

export type StatusChange = { status: OrderStatus; note: string; createdBy: string; paymentStatus?: PaymentStatus }

/** Status and line of history (R13) of locked orders, in one statement, sent at once. Lines of one transaction follow each other in time. Whether the change is allowed, the caller has seen. */
export async function changeStatus(tx: Tx, orderIds: OrderId[], { paymentStatus, ...change }: StatusChange): Promise<void> {
  await updateStatus(tx, { ...change, paymentStatus: paymentStatus ?? null, orderIds: JSON.stringify(orderIds) })
}

const updateStatus = statement<never, { [Name in keyof Required<StatusChange>]: string | null } & { orderIds: string }>(
  ({ orderIds, status, paymentStatus, note, createdBy }) => sql`
    with changed as (
      update orders set status = ${status}, payment_status = coalesce(${paymentStatus}, payment_status), updated_at = now(),
        paid_at = case when ${status} = 'paid' then now() else paid_at end
      where id in (select given.value::uuid from jsonb_array_elements_text(${orderIds}::jsonb) as given (value)) returning id
    )
    insert into order_status_history (id, order_id, status, note, created_by, created_at)
    select ${newRowId}, id, ${status}, ${note}, ${createdBy}, clock_timestamp() from changed`,
)
