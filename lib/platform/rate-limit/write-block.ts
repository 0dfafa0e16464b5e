import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Reader } from '@/db/transaction'
import type { UserId } from '@/lib/core/ids'
import { tags } from '@/lib/core/tags'
import { blockHere, unblockHere } from './blocked'

export type NewBlock = { key: string; from: Date; until: Date } & (
  | { reason: 'rate_limits'; violations: number; policy: string }
  | { reason: 'by_hand'; note: string; blockedBy: UserId | null }
)

const toldToAll = sql`insert into invalidations (tags) values (array[${tags.blockedAddresses}]::text[])`

/**
 * Blocks an address, here at once and on every instance once they read of it. A longer block stays as it is, except by hand. One statement,
 * which `run` may put into a transaction.
 */
export async function writeBlock(block: NewBlock, run: (insert: SQL) => Promise<unknown> = runAlone): Promise<void> {
  const here = { untilMs: block.until.getTime(), sparesSignedIn: block.reason === 'rate_limits' }
  await blockHere(block.key, here, run(insertOf(block)))
}

const runAlone = (insert: SQL) => database().execute(insert)

function insertOf(block: NewBlock): SQL {
  const isByHand = block.reason === 'by_hand'
  const [violations, policy] = isByHand ? [null, null] : [block.violations, block.policy]
  const [note, blockedBy] = isByHand ? [block.note, block.blockedBy] : ['', null]
  return sql`
    with told as (${toldToAll})
    insert into blocked_addresses as b (address, reason, violations, policy, note, blocked_by, blocked_at, blocked_until)
    values (${block.key}, ${block.reason}, ${violations}, ${policy}, ${note}, ${blockedBy}, ${block.from.toISOString()}, ${block.until.toISOString()})
    on conflict (address) do update set reason = excluded.reason, violations = excluded.violations, policy = excluded.policy, note = excluded.note,
      blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at, blocked_until = excluded.blocked_until
    where b.blocked_until <= excluded.blocked_until or excluded.reason = 'by_hand'`
}

/** Ends a block everywhere. One statement. @returns false when there is none. */
export async function removeBlock(reader: Reader, key: string): Promise<boolean> {
  const rows = await reader.execute(sql`
    with told as (${toldToAll}) delete from blocked_addresses where address = ${key} and blocked_until > now() returning 1`)
  unblockHere(key)
  return rows.length > 0
}
