import { tags as names } from '@/lib/core/tags'
import type { DatabaseClock } from './database-clock'

/** When each tag fell last, in the database's time: what an entry is held against, wherever it comes from. */
export type FallenTags = {
  /** `atMs` is not before the commit that made them fall. */
  note(tags: readonly string[], atMs: number): void
  /** All that fell since then has been noted. */
  knowsBackTo(atMs: number): void
  /** True when what was begun at this time could be from before one of its tags fell. */
  hasFallenSince(tags: readonly string[], beganAt: number): boolean
}

/** About 6 MB. Beyond it all of them count as having fallen when the last one did. */
const MOST_TAGS = 50_000

export function createFallenTags(clock: Pick<DatabaseClock, 'epoch' | 'atMost'>): FallenTags {
  let fellAt = new Map<string, number>()
  let allFellAt = Number.NEGATIVE_INFINITY
  let epoch = clock.epoch()

  /** Times of another clock compare with none of this one: all from before counts as fallen, until the log has been read back. */
  function startAnewWithClock(): void {
    if (epoch === clock.epoch()) return
    epoch = clock.epoch()
    forget(clock.atMost())
  }

  function forget(atMs: number): void {
    fellAt = new Map()
    allFellAt = atMs
  }

  return {
    note: (tags, atMs) => {
      startAnewWithClock()
      for (const tag of tags) if ((fellAt.get(tag) ?? 0) < atMs) fellAt.set(tag, atMs)
      if (fellAt.size > MOST_TAGS) forget([...fellAt.values()].reduce((latest, at) => Math.max(latest, at), allFellAt))
    },
    knowsBackTo: (atMs) => {
      startAnewWithClock()
      if (fellAt.size <= MOST_TAGS) allFellAt = atMs
    },
    hasFallenSince: (tags, beganAt) => {
      startAnewWithClock()
      if (allFellAt >= beganAt || (fellAt.get(names.everything) ?? 0) >= beganAt) return true
      return tags.some((tag) => (fellAt.get(tag) ?? 0) >= beganAt)
    },
  }
}
