import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { logger } from '@/lib/platform/logger'
import { applyInvalidation } from './invalidation-listeners'
import { LONGEST_LIFETIME_MS } from './lifetimes'
import { shopCache } from './shop-cache'

const READ_EVERY_MS = 200
/** How long a reader waits for the log before it goes on with what it knows. */
const WAIT_LIMIT_MS = 150
/** Rows become visible at commit but carry the time of their insert: each read goes back this much further than the start of the one before. */
const LATE_COMMIT_MS = 20_000
/** Two turns of the timer, and a busy moment. */
const OVERDUE_MS = 500

/** Keeps this process as fresh as the log of invalidations. `refresh` returns once everything committed up to 200 ms ago has been applied. */
export type InvalidationTail = {
  refresh(): Promise<void>
  /** False when news is overdue, as after a pause of this process: then `refresh` has to be awaited. True while the log cannot be read. */
  isCurrent(): boolean
  stop(): void
}

const shared = globalThis as typeof globalThis & { highstreetInvalidationTail?: InvalidationTail }

/**
 * Applies everything that fell since the build began and then follows the log. The first read has to succeed: an instance that
 * does not know what fell must not serve.
 */
export async function startInvalidationTail(build: { beganAt: Date; endedAt: Date }): Promise<InvalidationTail> {
  await applyBacklog(build)
  const seen = new Map<number, number>()
  let reading: Promise<void> | null = null
  let lastReadAt = Date.now()
  let isReadable = true

  async function read(): Promise<void> {
    const startedAt = Date.now()
    // Whoever slept, or could not reach Postgres, reads from where they stopped.
    const missedMs = Math.max(0, startedAt - lastReadAt)
    const sentAt = performance.now()
    const [answer] = await database().execute<{ news: { id: number; tags: string[] }[]; now: number }>(readLog(LATE_COMMIT_MS + missedMs))
    if (!answer) throw new Error('A statement that always returns a row returned none')
    const databaseMs = Number(answer.now)
    shopCache().clock.note(databaseMs, sentAt, performance.now())
    const news = answer.news.filter((row) => !seen.has(row.id))
    for (const row of news) seen.set(row.id, startedAt)
    if (news.length > 0) applyInvalidation([...new Set(news.flatMap((row) => row.tags))], Date.now(), databaseMs)
    for (const [id, at] of seen) if (at < startedAt - 3 * LATE_COMMIT_MS) seen.delete(id)
    lastReadAt = startedAt
    isReadable = true
  }

  function readOnce(): Promise<void> {
    reading ??= read()
      .catch((error: unknown) => {
        isReadable = false
        logger.warn({ err: error }, 'the log of invalidations could not be read')
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  await read()
  await learnWhatFell()
  const timer = setInterval(readOnce, READ_EVERY_MS)
  timer.unref()
  const tail: InvalidationTail = {
    refresh: async () => {
      if (Date.now() - lastReadAt < READ_EVERY_MS) return
      await Promise.race([readOnce(), new Promise<void>((resolve) => setTimeout(resolve, WAIT_LIMIT_MS).unref())])
    },
    isCurrent: () => !isReadable || Date.now() - lastReadAt < OVERDUE_MS,
    stop: () => clearInterval(timer),
  }
  shared.highstreetInvalidationTail = tail
  return tail
}

/**
 * The news of so many milliseconds, and what time it is there, with or without news: taken after what was committed by then could be seen.
 * `now()` does not change in a statement, so the index finds the news however long the log is; it is read five times a second.
 */
const readLog = (milliseconds: number) => sql`
  with news as materialized (
    select id, tags from invalidations where at > now() - make_interval(secs => ${milliseconds / 1000}) order by id)
  select coalesce((select json_agg(json_build_object('id', id, 'tags', tags) order by id) from news), '[]') as news,
    extract(epoch from clock_timestamp())::float8 * 1000 as now`

/** What Redis holds may be older than this process: it has to know what fell for as long as anything is kept there. */
async function learnWhatFell(): Promise<void> {
  const { clock, fallen } = shopCache()
  const readAt = clock.atLeast()
  const rows = await database().execute<{ tag: string; at: number }>(sql`
    select tag, extract(epoch from max(at))::float8 * 1000 as at from invalidations, unnest(tags) as tag
    where at > now() - make_interval(secs => ${(LONGEST_LIFETIME_MS + LATE_COMMIT_MS) / 1000}) group by tag`)
  for (const { tag, at } of rows) fallen.note([tag], Math.min(Number(at) + LATE_COMMIT_MS, clock.atMost()))
  fallen.knowsBackTo(readAt - LONGEST_LIFETIME_MS)
}

/** Only pages of the build survive on disk; each may be as young as its end, whatever it read before. */
async function applyBacklog({ beganAt, endedAt }: { beganAt: Date; endedAt: Date }): Promise<void> {
  const from = new Date(beganAt.getTime() - LATE_COMMIT_MS).toISOString()
  const rows = await database().execute<{ tag: string }>(sql`select distinct unnest(tags) as tag from invalidations where at >= ${from}`)
  const tags = rows.map((row) => row.tag)
  if (tags.length > 0) applyInvalidation(tags, Math.max(endedAt.getTime() + 1, beganAt.getTime()), 0)
}
