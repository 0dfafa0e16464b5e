import type { CartId, CategoryId, OrderId, ProductId, ReturnId, ReviewId, UserId } from './ids'

/** What a shared page needs to know about a product to fall at the right time. */
export type ProductRef = { productId: ProductId; slug: string; categoryIds: CategoryId[]; isFeatured: boolean }

/** Which review, who wrote it (nobody for the demo's and for erased people), and who acted: `principalOf` the actor. */
type ReviewPart = { reviewId: ReviewId; authorId: UserId | null; by: string }

/** Everything that can happen. Written to the outbox in the transaction of its cause by `publish(tx, event)`. */
export type DomainEvent =
  | ({ type: 'product.changed' } & ProductRef)
  | ({ type: 'price.changed' } & ProductRef)
  | ({ type: 'stock.band_changed'; before: number; after: number } & ProductRef)
  | ({ type: 'review.approved' | 'review.changed' | 'review.removed' } & ReviewPart & ProductRef)
  | ({ type: 'review.rejected'; productId: ProductId } & ReviewPart)
  | { type: 'category.changed'; categoryId: CategoryId; ancestorIds: CategoryId[] }
  | { type: 'cart.changed'; cartId: CartId }
  | { type: OrderEventType; orderId: OrderId; orderNumber: string }
  | { type: 'return.requested' | 'return.withdrawn'; returnId: ReturnId; orderId: OrderId; orderNumber: string }
  | { type: 'customer.changed'; userId: UserId }
  | { type: 'settings.changed' }

export type OrderEventType =
  | 'order.placed'
  | 'order.paid'
  | 'order.shipped'
  | 'order.delivered'
  | 'order.cancelled'
  | 'order.expired'
  | 'order.refunded'

/** The row of the outbox an event belongs to: events of one aggregate are delivered in order. */
export function aggregateOf(event: DomainEvent): { type: string; id: string } {
  if ('orderId' in event) return { type: 'order', id: event.orderId }
  if ('productId' in event) return { type: 'product', id: event.productId }
  if ('cartId' in event) return { type: 'cart', id: event.cartId }
  if ('userId' in event) return { type: 'customer', id: event.userId }
  if ('categoryId' in event) return { type: 'category', id: event.categoryId }
  return { type: 'settings', id: 'settings' }
}

/** Order events happen once per order and kind (a refund may repeat); the outbox has a unique index on this. */
export function onceKeyOf(event: DomainEvent): string | null {
  if ('returnId' in event) return `${event.type}:${event.returnId}`
  return 'orderId' in event && event.type !== 'order.refunded' ? `${event.type}:${event.orderId}` : null
}
