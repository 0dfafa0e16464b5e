import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { tags } from '@/lib/core/tags'
import { createReader, follow } from './follow'

/** `sparesSignedIn`: who is signed in at this address is let in, because only others were refused. */
export type Block = { untilMs: number; sparesSignedIn: boolean }

type Shared = { blocked: Map<string, Block>; beingWritten: Map<string, Block> }
const shared = globalThis as typeof globalThis & { highstreetBlocked?: Shared }
shared.highstreetBlocked ??= { blocked: new Map(), beingWritten: new Map() }
/** One for the process. The table is the truth; every request asks here. */
const { blocked, beingWritten } = shared.highstreetBlocked

/** The block that holds for an address at this moment. Never waits. */
export function blockOf(key: string, now: number): Block | undefined {
  if (blocked.size === 0) return undefined
  const block = blocked.get(key)
  if (block && block.untilMs <= now) blocked.delete(key)
  else return block
}

/** Blocks in this process at once, until `written` has told the table, and then everywhere. */
export async function blockHere(key: string, block: Block, written: Promise<unknown>): Promise<void> {
  blocked.set(key, block)
  beingWritten.set(key, block)
  try {
    await written
  } finally {
    beingWritten.delete(key)
  }
}

export const unblockHere = (key: string): boolean => blocked.delete(key)

/** Reads the table. Never fails: it is tried again. */
export const readBlockedAgain: () => Promise<void> = createReader('the blocked addresses', read)

/** Reads the table, and again whenever the log of invalidations says that it has changed: other instances know within half a second. */
export const followBlockedAddresses = (): Promise<void> => follow(tags.blockedAddresses, readBlockedAgain)

async function read(): Promise<void> {
  const rows = await database().execute<{ address: string; reason: string; until_ms: number }>(sql`
    select address, reason, extract(epoch from blocked_until)::float8 * 1000 as until_ms from blocked_addresses where blocked_until > now()`)
  blocked.clear()
  for (const { address, reason, until_ms } of rows) blocked.set(address, { untilMs: until_ms, sparesSignedIn: reason === 'rate_limits' })
  for (const [key, block] of beingWritten) blocked.set(key, block)
}
