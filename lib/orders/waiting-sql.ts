import { type SQL, sql } from 'drizzle-orm'

/**
 * On `orders o`: somebody waits for it: paid, and not all gone. An order whose money was given back is none, although nothing left the house:
 * it goes only when somebody sends it by itself.
 */
export const isToSend: SQL = sql`(o.status = 'paid' and o.payment_status <> 'refunded')`
