import { type SQL, sql } from 'drizzle-orm'
import type { FulfillmentStatus, OrderStatus, PaymentStatus } from '@/db/schema/orders'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import type { OrderId, UserId } from '@/lib/core/ids'

/** What decides about an order's next step. */
export type LockedOrder = {
  id: OrderId
  orderNumber: string
  userId: UserId | null
  status: OrderStatus
  paymentStatus: PaymentStatus
  fulfillmentStatus: FulfillmentStatus
  currency: string
  totalMinor: number
  /** The code that it was placed with. */
  couponCode: string | null
  reservedUntil: Date
}

type Row = Omit<LockedOrder, 'reservedUntil'> & { reservedUntil: string }

/**
 * Locks an order: always first, before its payments and before stock levels. `no key update` lets others refer to the order (movements,
 * payments) without waiting. Null when there is none. One statement, sent at once.
 */
export const lockOrder = async (tx: Tx, orderId: OrderId): Promise<LockedOrder | null> => asLocked(await lockById(tx, { orderId }))

/** The same by the number that people know. */
export const lockOrderByNumber = async (tx: Tx, orderNumber: string): Promise<LockedOrder | null> => asLocked(await lockByNumber(tx, { orderNumber }))

export const asLocked = ([row]: Row[]): LockedOrder | null => (row ? { ...row, reservedUntil: new Date(row.reservedUntil) } : null)

/** For statements that find the order in another way. */
export const lockWhere = (condition: SQL): SQL => sql`
  select o.id, o.order_number as "orderNumber", o.user_id as "userId", o.status, o.payment_status as "paymentStatus",
    o.fulfillment_status as "fulfillmentStatus", o.currency,
    o.total_minor as "totalMinor", o.coupon_code as "couponCode", o.reserved_until as "reservedUntil"
  from orders o where ${condition} for no key update of o`

const lockById = statement<Row, { orderId: OrderId }>(({ orderId }) => lockWhere(sql`o.id = ${orderId}`))
const lockByNumber = statement<Row, { orderNumber: string }>(({ orderNumber }) => lockWhere(sql`o.order_number = ${orderNumber}`))
