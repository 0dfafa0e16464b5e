import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { tags } from '@/lib/core/tags'
import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { logger } from '@/lib/platform/logger'

/** `sparesSignedIn`: who is signed in at this address is let in, because only others were refused. */
export type Block = { untilMs: number; sparesSignedIn: boolean }

const RETRY_MS = 1_000

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

/** Reads the table, and again whenever the log of invalidations says that it has changed: other instances know within half a second. */
export async function followBlockedAddresses(): Promise<void> {
  invalidationListeners().add((fallen) => {
    if (fallen.includes(tags.blockedAddresses)) void readBlockedAgain()
  })
  await readBlockedAgain()
}

let reading: Promise<void> | undefined
let isOutdated = false

/** Reads the table. One at a time, so that no older answer comes after a newer one. Never fails: it is tried again. */
export function readBlockedAgain(): Promise<void> {
  isOutdated = true
  reading ??= readWhileOutdated().finally(() => {
    reading = undefined
  })
  return reading
}

async function readWhileOutdated(): Promise<void> {
  while (isOutdated) {
    isOutdated = false
    try {
      await read()
    } catch (error) {
      logger.warn({ err: error }, 'the blocked addresses could not be read')
      setTimeout(() => void readBlockedAgain(), RETRY_MS).unref()
    }
  }
}

async function read(): Promise<void> {
  const rows = await database().execute<{ address: string; reason: string; until_ms: number }>(sql`
    select address, reason, extract(epoch from blocked_until)::float8 * 1000 as until_ms from blocked_addresses where blocked_until > now()`)
  blocked.clear()
  for (const { address, reason, until_ms } of rows) blocked.set(address, { untilMs: until_ms, sparesSignedIn: reason === 'rate_limits' })
  for (const [key, block] of beingWritten) blocked.set(key, block)
}
