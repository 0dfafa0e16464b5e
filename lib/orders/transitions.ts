import type { FulfillmentStatus, OrderStatus } from '@/db/schema/orders'

/** The order's state machine. `expired → paid` is money that arrived late while the units could be had again. */
const allowed: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: ['paid', 'cancelled', 'expired'],
  paid: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
  expired: ['paid'],
}

export const canBecome = (from: OrderStatus, to: OrderStatus): boolean => allowed[from].includes(to)

/** R20's `can_be_cancelled`. What has left in part comes back as a return. */
export const isCancellable = (status: OrderStatus, fulfillment: FulfillmentStatus): boolean =>
  canBecome(status, 'cancelled') && fulfillment === 'unfulfilled'
