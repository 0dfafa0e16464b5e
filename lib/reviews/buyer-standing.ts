import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '@/lib/core/ids'

/**
 * Orders that make somebody a buyer whose word counts, on `orders o`: on their way, or delivered. Such an order can no longer be cancelled;
 * before that a review with the badge of a buyer would cost nothing: pay, write, cancel, and have the money back.
 */
export const isOnItsWay = sql`o.status in ('shipped', 'delivered')`

/** What a person's orders say about the product with the id `productId`: a `BuyerStanding`. */
export const buyerStanding = (userId: UserId, productId: SQL): SQL => sql`(
  select case when bool_or(${isOnItsWay}) then 'can_write' when count(*) > 0 then 'not_yet' end
  from orders o join order_items i on i.order_id = o.id
  where o.user_id = ${userId} and o.status in ('paid', 'shipped', 'delivered') and i.product_id = ${productId})`

/** On `products p`: whether a person has written about the product, may write, or may not yet. Null otherwise. */
export const reviewStanding = (userId: UserId): SQL => sql`(case
  when exists (select 1 from reviews r where r.product_id = p.id and r.user_id = ${userId}) then 'written'
  else ${buyerStanding(userId, sql`p.id`)} end)`
