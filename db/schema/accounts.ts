import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { UserId } from '@/lib/core/ids'
import { id, time, timestamps } from './columns'
import { users } from './customers'

/** Signed-in devices. Shape of better-auth; read on every request, so revocation holds from the next one. */
export const sessions = pgTable(
  'sessions',
  {
    id: id<string>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull(),
    expiresAt: time('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    ...timestamps(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId), index('sessions_expires').on(t.expiresAt)],
)

/** How a person signs in: here one row with an argon2id hash per user. Shape of better-auth. */
export const accounts = pgTable(
  'accounts',
  {
    id: id<string>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    ...timestamps(),
  },
  (t) => [uniqueIndex('accounts_provider').on(t.providerId, t.accountId), index('accounts_user').on(t.userId)],
)

/** Secrets of links that were mailed (a new password). Shape of better-auth. */
export const verifications = pgTable(
  'verifications',
  {
    id: id<string>().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: time('expires_at').notNull(),
    ...timestamps(),
  },
  (t) => [index('verifications_identifier').on(t.identifier), index('verifications_expires').on(t.expiresAt)],
)

/**
 * Attempts to sign in within the running window (S6), per account and address. The account is a keyed hash of what was typed, so that
 * unknown addresses are counted alike and none is stored. The address `*` counts all of an account's: it delays, it never locks.
 */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    accountKey: text('account_key').notNull(),
    address: text().notNull(),
    attempts: integer().notNull(),
    windowStartedAt: time('window_started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountKey, t.address] }),
    index('sign_in_attempts_window').on(t.windowStartedAt),
    check('sign_in_attempts_positive', sql`${t.attempts} > 0`),
  ],
)
