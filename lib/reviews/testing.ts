import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { settings } from '@/db/schema/platform'
import { signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import type { DomainEvent } from '@/lib/core/events'
import type { ProductId, UserId, VariantId } from '@/lib/core/ids'
import { shipOrder } from '@/lib/orders/fulfil-order'
import type { OrderView } from '@/lib/orders/schemas'
import { receiveMoney } from '@/lib/orders/testing'

export type Buyer = { userId: UserId; ctx: Ctx }

/** Somebody with an account who bought these, and to whom they are on their way. For tests. */
export async function makeBuyer(products: { variantId: VariantId }[], name = 'Ada Lovelace'): Promise<Buyer> {
  const userId = await makeUser()
  await database().update(users).set({ name }).where(eq(users.id, userId))
  const ctx = signedIn(userId)
  if (products.length > 0) await shipOrder(systemCtx('test'), await payFor(ctx, products))
  return { userId, ctx }
}

/** An order of these that is paid, and nothing more. For tests. */
export async function payFor(ctx: Ctx, products: { variantId: VariantId }[]): Promise<OrderView> {
  const order = await buy(
    ctx,
    products.map(({ variantId }) => ({ variantId, quantity: 1 })),
  )
  await receiveMoney(order)
  return order
}

/** Whether buyers' reviews are shown at once. For tests. */
export async function approveBuyers(approvesBuyersReviews: boolean): Promise<void> {
  await database().update(settings).set({ approvesBuyersReviews })
}

/** Average and number of ratings on the product's row. For tests. */
export async function ratingOf(productId: ProductId): Promise<{ average: number; count: number }> {
  const [row] = await database().execute<{ average: number; count: number }>(
    sql`select rating_average::float as average, rating_count as count from products where id = ${productId}`,
  )
  if (!row) throw new Error('There is no such product')
  return row
}

/** The reviews' events of the outbox since the last call; the orders' stay, because the invariants look for them. For tests. */
export async function newReviewEvents(): Promise<DomainEvent[]> {
  const rows = await database().execute<{ payload: DomainEvent }>(
    sql`with taken as (delete from outbox where starts_with(type, 'review.') returning id, payload) select payload from taken order by id`,
  )
  return rows.map(({ payload }) => payload)
}
