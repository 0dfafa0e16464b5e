import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { OUTBOX_CHANNEL } from './outbox-wake'

/**
 * For a process that commits and has no dispatcher, as a script does: tells those that have one. Not part of the transaction that wrote
 * the events: all commits with a NOTIFY in them wait for one lock, and the shop's would have to as well.
 */
export async function announceOutbox(): Promise<void> {
  await database().execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`)
}
