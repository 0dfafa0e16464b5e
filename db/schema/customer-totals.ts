import { index, integer, pgTable } from 'drizzle-orm/pg-core'
import type { UserId } from '@/lib/core/ids'
import { id, minor, time } from './columns'
import { users } from './customers'

/**
 * What each person has ordered, to sort and filter people by it. Kept by triggers (migration `customer_totals_triggers`) which run as the
 * last thing before the commit, so that no purchase waits for another one while it holds its locks.
 */
export const customerTotals = pgTable(
  'customer_totals',
  {
    userId: id<UserId>('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    orders: integer().notNull().default(0),
    /** Totals of the orders that were paid in the shop's currency, before what was given back. */
    spentMinor: minor('spent_minor').notNull().default(0),
    lastOrderAt: time('last_order_at'),
  },
  (t) => [index('customer_totals_spent').on(t.spentMinor.desc().nullsFirst(), t.userId.desc().nullsFirst())],
)
