import { LRUCache } from 'lru-cache'
import { tags as names } from '@/lib/core/tags'
import type { KeptAnswer } from './kept-answer'

/** Finished answers by key, bounded in bytes; each falls with any of its tags. */
export type AnswerMemory = {
  get(key: string): KeptAnswer | undefined
  /** A number that grows whenever something falls. */
  now(): number
  /** Keeps an answer, unless one of its tags fell since `now()` gave this number. */
  keep(key: string, answer: KeptAnswer, since: number, isQuery: boolean): boolean
  /** Between the two what falls is remembered: from before an answer is made until all that is made of it has been kept. */
  begin(): void
  end(): void
  /** True when one of the tags fell after `now()` gave this number; with null, when anything fell. */
  hasFallen(tags: string[] | null, since: number): boolean
  drop(tags: string[]): void
  size(): { entries: number; bytes: number }
}

/** Share of countless addresses. */
const QUERY_SHARE = 0.25
/** No answer takes more than this share of its part. */
const LARGEST_SHARE = 1 / 16
/** Headers, times and the two indexes, measured with 10,000 product pages. */
const BYTES_PER_ANSWER = 2_000
const BYTES_PER_TAG = 150
const MOST_FALLS = 50_000

export function createAnswerMemory(bytes: number): AnswerMemory {
  const byTag = new Map<string, Set<string>>()
  const part = (share: number) =>
    new LRUCache<string, KeptAnswer>({
      maxSize: Math.floor(bytes * share),
      maxEntrySize: Math.floor(bytes * share * LARGEST_SHARE),
      sizeCalculation: ({ body, tags }) => body.length + BYTES_PER_ANSWER + tags.length * BYTES_PER_TAG,
      dispose: ({ tags }, key) => forget(tags, key),
    })
  const addresses = part(1 - QUERY_SHARE)
  const queries = part(QUERY_SHARE)
  let now = 0
  let underWay = 0
  /** When each tag fell last, while answers are being made. */
  let falls = new Map<string, number>()
  let allFellAt = -1

  function forget(tags: string[], key: string): void {
    for (const tag of tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }

  const hasFallen: AnswerMemory['hasFallen'] = (tags, since) =>
    allFellAt >= since || (tags ? tags.some((tag) => (falls.get(tag) ?? -1) >= since) : now > since)

  return {
    get: (key) => addresses.get(key) ?? queries.get(key),
    now: () => now,
    keep: (key, answer, since, isQuery) => {
      if (hasFallen(answer.tags, since)) return false
      const memory = isQuery ? queries : addresses
      memory.set(key, answer)
      if (!memory.has(key)) return false
      for (const tag of answer.tags) {
        const keys = byTag.get(tag)
        if (keys) keys.add(key)
        else byTag.set(tag, new Set([key]))
      }
      return true
    },
    begin: () => {
      underWay++
    },
    end: () => {
      if (--underWay === 0) falls = new Map()
    },
    hasFallen,
    drop: (tags) => {
      const at = now++
      if (underWay > 0) {
        for (const tag of tags) falls.set(tag, at)
        if (falls.size > MOST_FALLS) {
          falls = new Map()
          allFellAt = at
        }
      }
      if (tags.includes(names.everything)) {
        allFellAt = at
        addresses.clear()
        queries.clear()
      }
      for (const tag of tags) {
        for (const key of [...(byTag.get(tag) ?? [])]) {
          addresses.delete(key)
          queries.delete(key)
        }
      }
    },
    size: () => ({ entries: addresses.size + queries.size, bytes: addresses.calculatedSize + queries.calculatedSize }),
  }
}
