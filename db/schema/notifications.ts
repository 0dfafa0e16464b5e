import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { NotificationId, UserId } from '@/lib/core/ids'
import { createdAt, id, time, updatedAt } from './columns'
import { users } from './customers'

/** What the bell shows (R17, R38). `key` makes one cause one notification. */
export const notifications = pgTable(
  'notifications',
  {
    id: id<NotificationId>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    title: text().notNull(),
    body: text().notNull().default(''),
    href: text(),
    key: text().notNull(),
    isRead: boolean('is_read').notNull().default(false),
    readAt: time('read_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('notifications_once').on(t.userId, t.key),
    index('notifications_user_read').on(t.userId, t.isRead),
    index('notifications_user_created').on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
)

/** Only what differs from the defaults in `lib/notifications` has a row. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    channel: text({ enum: ['bell', 'email'] }).notNull(),
    isOn: boolean('is_on').notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind, t.channel] })],
)
