import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { UserId } from '@/lib/core/ids'
import { id, time } from './columns'
import { users } from './customers'

/**
 * Addresses that get no answer until `blocked_until`: an IPv4 address, or the /64 of an IPv6 one. `violations` counts the refusals that
 * led to it; it is null where an administrator wrote the row. Rows go once they are over.
 */
export const blockedAddresses = pgTable(
  'blocked_addresses',
  {
    address: text().primaryKey(),
    reason: text({ enum: ['rate_limits', 'by_hand'] }).notNull(),
    violations: integer(),
    /** The limit that was passed last. */
    policy: text(),
    note: text().notNull().default(''),
    blockedBy: id<UserId>('blocked_by').references(() => users.id, { onDelete: 'set null' }),
    blockedAt: time('blocked_at').notNull().defaultNow(),
    blockedUntil: time('blocked_until').notNull(),
  },
  (t) => [
    index('blocked_addresses_until').on(t.blockedUntil),
    index('blocked_addresses_by').on(t.blockedBy),
    check('blocked_addresses_lasts', sql`${t.blockedUntil} > ${t.blockedAt}`),
  ],
)
