import { z } from 'zod'
import { CartId, CategoryId, FulfilmentId, OrderId, ProductId, ReturnId, ReviewId, TaskId, UserId } from './ids'

/** What a shared page needs to know about a product to fall at the right time. */
const ProductPart = z.object({ productId: ProductId, slug: z.string(), categoryIds: z.array(CategoryId), isFeatured: z.boolean() })
export type ProductRef = z.infer<typeof ProductPart>

/** Which review, who wrote it (nobody for the demo's and for erased people), and who acted: `principalOf` the actor. */
const ReviewPart = z.object({ reviewId: ReviewId, authorId: UserId.nullable(), by: z.string() })
const OrderPart = z.object({ orderId: OrderId, orderNumber: z.string() })
const ReturnPart = OrderPart.extend({ returnId: ReturnId })
const ReviewOfProduct = ReviewPart.extend(ProductPart.shape)

/**
 * Everything that can happen, by name, and what is said of it. Written to the outbox in the transaction of its cause by
 * `publish(tx, event)`; a job parses what it is given with the same schema. Ids only, never names, addresses or tokens: events are kept,
 * and leave the shop for whoever runs the jobs.
 */
export const eventSchemas = {
  'product.changed': ProductPart,
  'price.changed': ProductPart,
  'stock.band_changed': ProductPart.extend({ before: z.number(), after: z.number() }),
  /** Units fell to the product's own threshold, or rose above it again. No page shows that. */
  'stock.low': z.object({ productId: ProductId }),
  'stock.restocked': z.object({ productId: ProductId }),
  'review.approved': ReviewOfProduct,
  'review.changed': ReviewOfProduct,
  'review.removed': ReviewOfProduct,
  'review.rejected': ReviewPart.extend({ productId: ProductId }),
  'category.changed': z.object({ categoryId: CategoryId, ancestorIds: z.array(CategoryId) }),
  'cart.changed': z.object({ cartId: CartId }),
  'order.placed': OrderPart,
  'order.paid': OrderPart,
  /** A parcel left, and something of the order is still to come. */
  'order.part_shipped': OrderPart.extend({ fulfilmentId: FulfilmentId }),
  'order.shipped': OrderPart,
  'order.delivered': OrderPart,
  'order.cancelled': OrderPart,
  'order.expired': OrderPart,
  'order.refunded': OrderPart,
  /** Money is to be given back; `order.refunded` says that it was. */
  'refund.requested': z.object({ refundId: z.uuid(), orderId: OrderId }),
  'return.requested': ReturnPart,
  'return.withdrawn': ReturnPart,
  /** Staff have decided about it, or what was sent back has moved on. */
  'return.updated': ReturnPart.extend({ status: z.enum(['approved', 'rejected', 'received', 'refunded']) }),
  'customer.changed': z.object({ userId: UserId }),
  'settings.changed': z.object({}),
  /** How often anybody may ask. No page shows that. */
  'limits.changed': z.object({}),
  /** Somebody threw away what was cached: everything, or what carries one of these tags. */
  'cache.cleared': z.object({ by: z.string(), tags: z.array(z.string()).optional() }),
  /** A mail is ready to be sent. */
  'email.queued': z.object({ emailId: z.uuid() }),
  'task.begun': z.object({ taskId: TaskId }),
} as const

export type EventType = keyof typeof eventSchemas
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>
/** The events of one type, or of several. */
export type EventOf<T extends EventType> = { [K in T]: { type: K } & (EventData<K> extends Record<string, never> ? unknown : EventData<K>) }[T]
export type DomainEvent = EventOf<EventType>

/** The row of the outbox an event belongs to: events of one aggregate are delivered in order. */
export function aggregateOf(event: DomainEvent): { type: string; id: string } {
  if ('refundId' in event) return { type: 'refund', id: event.refundId }
  if ('emailId' in event) return { type: 'email', id: event.emailId }
  if ('orderId' in event) return { type: 'order', id: event.orderId }
  if ('productId' in event) return { type: 'product', id: event.productId }
  if ('cartId' in event) return { type: 'cart', id: event.cartId }
  if ('userId' in event) return { type: 'customer', id: event.userId }
  if ('categoryId' in event) return { type: 'category', id: event.categoryId }
  if ('taskId' in event) return { type: 'task', id: event.taskId }
  return { type: 'settings', id: 'settings' }
}

/** Order events happen once per order and kind (a refund may repeat); the outbox has a unique index on this. */
export function onceKeyOf(event: DomainEvent): string | null {
  if (event.type === 'return.updated') return `${event.type}:${event.returnId}:${event.status}`
  if (event.type === 'order.part_shipped') return `${event.type}:${event.fulfilmentId}`
  if ('returnId' in event) return `${event.type}:${event.returnId}`
  if ('refundId' in event) return `${event.type}:${event.refundId}`
  return 'orderId' in event && event.type !== 'order.refunded' ? `${event.type}:${event.orderId}` : null
}
