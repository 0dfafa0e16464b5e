import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { OrderId, UserId } from '@/lib/core/ids'
import { createdAt, id, time } from './columns'
import { users } from './customers'
import { orders } from './orders'

export const emailStatuses = ['queued', 'sending', 'sent', 'failed', 'parked', 'withheld'] as const

/** Mails to send and sent, written in the transaction of their cause. See `lib/platform/email`. */
export const emails = pgTable(
  'emails',
  {
    id: id<string>().primaryKey(),
    /** A name of the catalogue of templates; `props` is what its template was given. */
    kind: text().notNull(),
    to: text('to_address').notNull(),
    subject: text().notNull(),
    props: jsonb().$type<Record<string, unknown>>().notNull(),
    /** One cause, one mail: the same key twice is one row. */
    idempotencyKey: text('idempotency_key').notNull(),
    /** `failed`: refused for good. `parked`: given up, a person has to look at it. `withheld`: kept back, because its time was over or nobody wants it. */
    status: text({ enum: emailStatuses }).notNull().default('queued'),
    /** Counted when a deliverer takes it, so it also tells one deliverer's turn from the next. */
    attempts: integer().notNull().default(0),
    nextAttemptAt: time('next_attempt_at').notNull().defaultNow(),
    /** While `sending`: from then on it counts as abandoned and may be taken by another. */
    leasedUntil: time('leased_until'),
    /** What is said in it is not true for ever: from then on it is withheld. Null for what has to arrive, however late. */
    notAfter: time('not_after'),
    sentAt: time('sent_at'),
    providerMessageId: text('provider_message_id'),
    error: text(),
    userId: id<UserId>('user_id').references(() => users.id, { onDelete: 'set null' }),
    orderId: id<OrderId>('order_id').references(() => orders.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('emails_key').on(t.idempotencyKey),
    index('emails_due').on(t.nextAttemptAt).where(sql`${t.status} in ('queued', 'sending')`),
    // What a person has to look at: the dashboard counts and lists them.
    index('emails_troubled').on(t.id).where(sql`${t.status} in ('failed', 'parked')`),
    index('emails_to').on(sql`lower(${t.to})`, t.id),
    index('emails_user').on(t.userId).where(sql`${t.userId} is not null`),
    index('emails_order').on(t.orderId).where(sql`${t.orderId} is not null`),
    check('emails_status', sql`${t.status} in ('queued', 'sending', 'sent', 'failed', 'parked', 'withheld')`),
    check('emails_attempts', sql`${t.attempts} >= 0`),
  ],
)

/** Who is not written to, about what, and why. `scope` is a kind of mail, `marketing` for all that can be unsubscribed from, or `all`. */
export const emailSuppressions = pgTable(
  'email_suppressions',
  {
    id: id<string>().primaryKey(),
    email: text().notNull(),
    scope: text().notNull(),
    /** `bounced` counts for a while only: a mailbox may come back. */
    reason: text({ enum: ['unsubscribed', 'bounced'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('email_suppressions_once').on(sql`lower(${t.email})`, t.scope),
    check('email_suppressions_reason', sql`${t.reason} in ('unsubscribed', 'bounced')`),
  ],
)
