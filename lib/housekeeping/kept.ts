import { type SQL, sql } from 'drizzle-orm'

/** Something that is removed when it is old. */
export type Kept = {
  name: string
  table: string
  days: number
  /** Which rows, by an index: the oldest are found without reading the others. */
  isOld(cutoff: Date): SQL
  order: SQL
}

/**
 * How long is kept what nobody needs for ever. Not here: orders, their history, payments, refunds, the ledger of stock and the log of what
 * staff did, which are the books; sessions and links (`forgetExpired`), keys of requests (a day), wishes that were never confirmed, and
 * exports (three days), which have jobs of their own.
 */
export const kept: Kept[] = [
  {
    name: 'carts of guests that nobody has touched',
    table: 'carts',
    days: 90,
    isOld: (cutoff) => sql`completed_at is null and updated_at < ${at(cutoff)} and session_key is not null`,
    order: sql`updated_at`,
  },
  {
    name: 'codes that expired without being used',
    table: 'coupons',
    days: 30,
    isOld: (cutoff) => sql`expires_at < ${at(cutoff)} and not exists (select from coupon_redemptions r where r.coupon_id = coupons.id)`,
    order: sql`expires_at`,
  },
  {
    // Checks of the books ask for the events of orders that are younger than 25 days.
    name: 'events that were delivered',
    table: 'outbox',
    days: 30,
    isOld: (cutoff) => sql`id < ${idAt(cutoff)} and delivered_at < ${at(cutoff)}`,
    order: sql`id`,
  },
  {
    // What was given up waits for a person, however long.
    name: 'mails that were sent, refused or held back',
    table: 'emails',
    days: 90,
    isOld: (cutoff) => sql`id < ${idAt(cutoff)} and status in ('sent', 'failed', 'withheld')`,
    order: sql`id`,
  },
  {
    // Providers repeat a message for days, not months.
    name: 'messages of payment providers',
    table: 'payment_events',
    days: 90,
    isOld: (cutoff) => sql`created_at < ${at(cutoff)}`,
    order: sql`created_at`,
  },
  {
    name: 'long work that is over',
    table: 'tasks',
    days: 30,
    isOld: (cutoff) => sql`finished_at < ${at(cutoff)}`,
    order: sql`finished_at`,
  },
]

const at = (time: Date) => sql`${time.toISOString()}::timestamptz`

/** Ids begin with the time at which they were made (UUID v7): the smallest one of a moment. */
const idAt = (time: Date) => {
  const hex = time.getTime().toString(16).padStart(12, '0')
  return sql`${`${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`}::uuid`
}
