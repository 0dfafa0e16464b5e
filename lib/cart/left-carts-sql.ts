import { type SQL, sql } from 'drizzle-orm'

/**
 * On `carts c`: somebody with an address has left it, an hour ago or longer, and no reminder has brought it back. The tile that counts them and their
 * list say the same. The index on left carts finds them.
 */
export const isLeft: SQL = sql`(c.completed_at is null and c.email is not null and c.cached_total_items > 0 and c.updated_at <= now() - interval '1 hour'
  and not exists (select from cart_reminders r where r.cart_id = c.id and r.recovered_order_id is not null))`

/** Up to now, so many days long. */
export const since = (days: number): SQL => sql`now() - make_interval(days => ${days}::int)`
