import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { afterCommit, type Tx } from '@/db/transaction'
import type { UserId } from '@/lib/core/ids'
import { tags } from '@/lib/core/tags'
import { blockHere, readBlockedAgain, unblockHere } from './blocked'

export type NewBlock = { key: string; from: Date; until: Date } & (
  | { reason: 'rate_limits'; violations: number; policy: string }
  | { reason: 'by_hand'; note: string; blockedBy: UserId | null }
)

const toldToAll = sql`insert into invalidations (tags) values (array[${tags.blockedAddresses}]::text[])`

/**
 * Blocks an address, here at once and on every instance once they read of it. A longer block stays as it is, except by hand. One statement,
 * which `run` may put into a transaction; it returns `before`, the block that held until then.
 */
export async function writeBlock<T>(block: NewBlock, run: (insert: SQL) => Promise<T>): Promise<T> {
  const written = run(insertOf(block))
  try {
    await blockHere(block.key, hereOf(block), written)
  } catch (error) {
    // What the shop itself decided holds here all the same; what a person was told has failed does not.
    if (block.reason === 'by_hand') await readBlockedAgain()
    throw error
  }
  return written
}

/** The same for nobody in particular. */
export const writeBlockAlone = (block: NewBlock): Promise<unknown> => writeBlock(block, (insert) => database().execute(insert))

const hereOf = ({ until, reason }: Pick<NewBlock, 'until' | 'reason'>) => ({ untilMs: until.getTime(), sparesSignedIn: reason === 'rate_limits' })

/** Puts a block back that was replaced or ended, or ends the present one where there was none. Under the lock of `lockBlock`. One statement. */
export async function putBackBlock(tx: Tx, key: string, before: BlockRow | null): Promise<void> {
  if (!before || Date.parse(before.blocked_until) <= Date.now()) {
    await removeBlock(tx, key)
    return
  }
  const { reason, violations, policy, note, blocked_by: blockedBy } = before
  const [from, until] = [new Date(before.blocked_at), new Date(before.blocked_until)]
  await tx.execute(sql`
    with told as (${toldToAll})
    insert into blocked_addresses (address, reason, violations, policy, note, blocked_by, blocked_at, blocked_until)
    values (${key}, ${reason}, ${violations}, ${policy}, ${note}, ${blockedBy}, ${from.toISOString()}, ${until.toISOString()})
    on conflict (address) do update set reason = excluded.reason, violations = excluded.violations, policy = excluded.policy, note = excluded.note,
      blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at, blocked_until = excluded.blocked_until`)
  afterCommit(tx, () => void blockHere(key, hereOf({ until, reason }), Promise.resolve()))
}

/** What an undo compares. */
export const blockVersion = (held: Pick<BlockRow, 'blocked_until'> | null): string => (held ? new Date(held.blocked_until).toISOString() : 'none')

function insertOf(block: NewBlock): SQL {
  const isByHand = block.reason === 'by_hand'
  const [violations, policy] = isByHand ? [null, null] : [block.violations, block.policy]
  const [note, blockedBy] = isByHand ? [block.note, block.blockedBy] : ['', null]
  return sql`
    with told as (${toldToAll}), held as (select * from blocked_addresses where address = ${block.key} and blocked_until > now())
    insert into blocked_addresses as b (address, reason, violations, policy, note, blocked_by, blocked_at, blocked_until)
    values (${block.key}, ${block.reason}, ${violations}, ${policy}, ${note}, ${blockedBy}, ${block.from.toISOString()}, ${block.until.toISOString()})
    on conflict (address) do update set reason = excluded.reason, violations = excluded.violations, policy = excluded.policy, note = excluded.note,
      blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at, blocked_until = excluded.blocked_until
    where b.blocked_until <= excluded.blocked_until or excluded.reason = 'by_hand'
    returning (select ${rowJson(sql`held`)} from held) as before`
}

/** A block as it is written down, to be put back. */
export type BlockRow = {
  reason: 'rate_limits' | 'by_hand'
  violations: number | null
  policy: string | null
  note: string
  blocked_by: UserId | null
  blocked_at: string
  blocked_until: string
}

const rowJson = (row: SQL) => sql`to_jsonb(${row}) - 'address'`

/** The block that holds, locked. One statement. */
export async function lockBlock(tx: Tx, key: string): Promise<BlockRow | null> {
  const [held] = await tx.execute<{ row: BlockRow }>(
    sql`select ${rowJson(sql`b`)} as row from blocked_addresses b where b.address = ${key} and b.blocked_until > now() for update`,
  )
  return held?.row ?? null
}

/** Ends a block everywhere, from the commit on. One statement. @returns what held, null when nothing did */
export async function removeBlock(tx: Tx, key: string): Promise<BlockRow | null> {
  const [removed] = await tx.execute<{ row: BlockRow }>(sql`
    with told as (${toldToAll}) delete from blocked_addresses b where b.address = ${key} and b.blocked_until > now() returning ${rowJson(sql`b`)} as row`)
  afterCommit(tx, () => void unblockHere(key))
  return removed?.row ?? null
}
