import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '@/lib/core/ids'

/** Orders that make somebody a buyer: paid, and not taken back since. On `orders o`. */
export const isPurchase = sql`o.status in ('paid', 'shipped', 'delivered')`

/** Whether a person has bought the product with the id `productId`. */
export const hasBought = (userId: UserId, productId: SQL): SQL => sql`exists (
  select 1 from orders o join order_items i on i.order_id = o.id
  where o.user_id = ${userId} and ${isPurchase} and i.product_id = ${productId})`

/** On `products p`: whether a person has written about the product, or may because they bought it. Null otherwise. */
export const reviewStanding = (userId: UserId): SQL => sql`(case
  when exists (select 1 from reviews r where r.product_id = p.id and r.user_id = ${userId}) then 'written'
  when ${hasBought(userId, sql`p.id`)} then 'can_write' end)`
