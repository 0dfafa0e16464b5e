import { sql } from 'drizzle-orm'
import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { StaffViewId, UserId } from '@/lib/core/ids'
import { id, timestamps } from './columns'
import { users } from './customers'

/** How one of the staff likes to see a list of the dashboard: filters and order under a name, and the columns that stay away. */
export const staffViews = pgTable(
  'staff_views',
  {
    id: id<StaffViewId>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The list's address: `/admin/orders`. */
    area: text().notNull(),
    /** Empty for the list as it begins, which keeps its columns and nothing else. */
    name: text().notNull(),
    /** As it stands in the address, sorted: `payment_status=paid&status=paid`. */
    query: text().notNull().default(''),
    hiddenColumns: text('hidden_columns').array().notNull().default([]),
    ...timestamps(),
  },
  (t) => [uniqueIndex('staff_views_name').on(t.userId, t.area, sql`lower(${t.name})`)],
)
