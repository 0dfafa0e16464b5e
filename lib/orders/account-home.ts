import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireUser } from '@/lib/platform/auth/can'
import { listOrders } from './list-orders'
import type { OrderSummary } from './list-schemas'

export type AccountHome = {
  orders: OrderSummary[]
  /** How many there are of each. */
  counts: { orders: number; addresses: number; wishlist: number; reviews: number; unreadNotifications: number }
}

/** What the account's first page shows. Two statements. @throws unauthenticated */
export async function accountHome(ctx: Ctx): Promise<AccountHome> {
  const [latest, counts] = await Promise.all([listOrders(ctx, { page_size: 3 }), readCounts(ctx)])
  return { orders: latest.data, counts }
}

async function readCounts(ctx: Ctx): Promise<AccountHome['counts']> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<{ counts: AccountHome['counts'] }>(sql`
    select json_build_object(
      'orders', (select count(*) from orders where user_id = ${userId}),
      'addresses', (select count(*) from addresses where user_id = ${userId}),
      'wishlist', (select count(*) from wishlists w join wishlist_items i on i.wishlist_id = w.id where w.user_id = ${userId}),
      'reviews', (select count(*) from reviews where user_id = ${userId}),
      'unreadNotifications', (select count(*) from notifications where user_id = ${userId} and not is_read)) as counts`)
  if (!row) throw new Error('A statement without from returned no row')
  return row.counts
}
