import { bigint, char, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A time in UTC, read as `Date`. */
export const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

export const createdAt = () => time('created_at').notNull().defaultNow()
export const updatedAt = () =>
  time('updated_at')
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())

export const timestamps = () => ({ createdAt: createdAt(), updatedAt: updatedAt() })

/** An amount in minor units. Prices and order totals fit a safe integer; the ledger uses `bigint` end to end. */
export const minor = (name: string) => bigint(name, { mode: 'number' })

export const currencyCode = () => char('currency', { length: 3 }).notNull()

export const id = <T extends string>(name = 'id') => uuid(name).$type<T>()

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
