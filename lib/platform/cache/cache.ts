import { LRUCache } from 'lru-cache'
import type { DatabaseClock } from './database-clock'
import type { FallenTags } from './fallen-tags'
import type { KeptText } from './kept-text'
import { STALE_SECONDS } from './lifetimes'
import type { SharedLevel } from './shared-level'

/** Where a text came from: this process (fresh, or past its time while it is made anew), Redis, or made just now. */
export type Source = 'process' | 'stale' | 'redis' | 'made'

export type Found = { text: string; tags: string[]; source: Source; ageSeconds: number }

type KeepOptions = {
  seconds: number
  /** False for what the server entry keeps in front of us, finished for the wire: the same bytes are not kept twice in one process. */
  inProcess: boolean
}

type Make = () => Promise<{ text: string; tags: string[] }>

export type Cache = {
  /** The text under `key`, made by `make` when no level has a good one. Many who ask at once are one making, over all instances. */
  keep(key: string, options: KeepOptions, make: Make): Promise<Found>
  clear(): void
  size(): { entries: number; bytes: number }
}

type Entry = KeptText & { epoch: number; freshUntil: number; startedAt: number; source: 'redis' | 'made' }
type Asked = KeepOptions & { make: Make }

type Parts = {
  bytes: number
  clock: DatabaseClock
  fallen: FallenTags
  /** Null without Redis. */
  shared: SharedLevel | null
  /** Brings the news from the log when they are overdue, as after a pause of this process. */
  refresh?(): Promise<void>
}

/** Key, times and the map's own, measured with 10,000 short texts. */
const BYTES_PER_ENTRY = 600
const BYTES_PER_TAG = 60

/**
 * Three levels (R111): this process, Redis, and the database behind `make`. Nothing is looked for by tag: an entry knows when its making
 * began, `fallen` when each tag fell, both by the database's clock, and an entry from before is none. So what was begun before a write
 * committed is never used by who knows of the write, from whichever level, however late it arrives there.
 */
export function createCache({ bytes, clock, fallen, shared, refresh = async () => {} }: Parts): Cache {
  const largest = Math.floor(bytes / 16)
  const memory = new LRUCache<string, Entry, Asked>({
    maxSize: bytes,
    maxEntrySize: largest,
    sizeCalculation: sizeOf,
    fetchMethod: async (key, _, { options, context }) => {
      const entry = await sharedOrMade(key, context)
      // Too large to be kept, by definition.
      if (!context.inProcess || !isGood(entry)) options.size = largest + 1
      return entry
    },
    // Who waits for a making has it, even when nothing is left of its place.
    ignoreFetchAbort: true,
    noDeleteOnFetchRejection: true,
  })

  async function keep(key: string, { seconds, inProcess }: KeepOptions, make: Make): Promise<Found> {
    await refresh()
    const askedAt = performance.now()
    const context: Asked = { seconds, inProcess, make }
    // A making that was under way before us may be from before a write that we know of; the next one is not.
    for (let turn = 0; turn < 3; turn++) {
      const held = memory.peek(key)
      const isUsable = held !== undefined && isGood(held)
      const isFresh = isUsable && clock.atMost() < held.freshUntil
      const mayBeStale = isUsable && clock.atMost() < held.freshUntil + STALE_SECONDS * 1000
      const entry = await memory.fetch(key, { context, forceRefresh: !isFresh, allowStale: mayBeStale })
      if (!entry) break
      const isOurs = entry.startedAt >= askedAt
      if (entry === held) return foundOf(entry, isFresh ? 'process' : 'stale')
      if (isOurs || isGood(entry)) return foundOf(entry, entry.source)
    }
    return foundOf(await made(context), 'made')
  }

  async function sharedOrMade(key: string, asked: Asked): Promise<Entry> {
    if (!shared || !clock.isKnown()) return made(asked)
    const startedAt = performance.now()
    const isUsable = (kept: KeptText) => isFreshText(kept, asked.seconds)
    const { kept, turn } = await shared.read(key)
    if (kept && isUsable(kept)) {
      if (turn === 'mine') shared.finish(key)
      return entryOf(kept, asked.seconds, 'redis', startedAt)
    }
    const others = turn === 'taken' ? await shared.awaitOther(key, isUsable, startedAt) : null
    if (others) return entryOf(others, asked.seconds, 'redis', startedAt)
    return madeForAll(key, asked, shared)
  }

  async function madeForAll(key: string, asked: Asked, level: SharedLevel): Promise<Entry> {
    try {
      const entry = await made(asked)
      level.finish(key, isGood(entry) ? { kept: entry, seconds: asked.seconds } : undefined)
      return entry
    } catch (error) {
      level.finish(key)
      throw error
    }
  }

  /** What is older is read first: whatever falls from here on makes this one old. */
  async function made({ make, seconds }: Asked): Promise<Entry> {
    const beganAt = clock.atLeast()
    const epoch = clock.epoch()
    const startedAt = performance.now()
    return { ...entryOf({ ...(await make()), beganAt }, seconds, 'made', startedAt), epoch }
  }

  const entryOf = (kept: KeptText, seconds: number, source: Entry['source'], startedAt: number): Entry => ({
    ...kept,
    epoch: clock.epoch(),
    freshUntil: kept.beganAt + seconds * 1000,
    startedAt,
    source,
  })

  const isGood = ({ epoch, tags, beganAt }: Entry) => epoch === clock.epoch() && !fallen.hasFallenSince(tags, beganAt)

  /** What comes from the future was written before the database's clock was set back. */
  const isFreshText = ({ tags, beganAt }: KeptText, seconds: number) =>
    beganAt <= clock.atMost() && clock.atMost() < beganAt + seconds * 1000 && !fallen.hasFallenSince(tags, beganAt)

  const foundOf = ({ text, tags, beganAt }: Entry, source: Source): Found => ({
    text,
    tags,
    source,
    ageSeconds: Math.max(0, Math.floor((clock.atMost() - beganAt) / 1000)),
  })

  return { keep, clear: () => memory.clear(), size: () => ({ entries: memory.size, bytes: memory.calculatedSize }) }
}

/** Two bytes a character at worst; what is not Latin is rare, and the bound holds all the same. */
const sizeOf = ({ text, tags }: Entry) => text.length * 2 + BYTES_PER_ENTRY + tags.length * BYTES_PER_TAG

/** Keeps nothing anywhere: to see what everything costs without it. */
export const noCache: Cache = {
  keep: async (_key, _options, make) => ({ ...(await make()), source: 'made', ageSeconds: 0 }),
  clear: () => {},
  size: () => ({ entries: 0, bytes: 0 }),
}
