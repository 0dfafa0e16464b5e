import { setTimeout as sleep } from 'node:timers/promises'
import { logger } from '@/lib/platform/logger'
import type { RedisDoor } from '@/lib/platform/redis/redis-door'
import { redisKey } from '@/lib/platform/redis/redis-door'
import { type KeptText, pack, unpack } from './kept-text'

/** What all instances share in Redis: finished texts, and whose turn it is to make one. */
export type SharedLevel = {
  /**
   * The text under this key, and whether it is for the asker to make one: `mine`, which has to be given back, or `taken` while another
   * instance is at it. `unknown` without Redis.
   */
  read(key: string): Promise<{ kept: KeptText | null; turn: 'mine' | 'taken' | 'unknown' }>
  /** Waits for whoever is at it, until so long after `since` that nobody waits longer on Redis in all (P10). Null when nothing usable came. */
  awaitOther(key: string, isGood: (kept: KeptText) => boolean, since: number): Promise<KeptText | null>
  /** Gives the turn back, with the text if there is one to keep for `seconds`. Nobody waits for it. */
  finish(key: string, made?: { kept: KeptText; seconds: number }): void
}

/** Whoever died while making lets the others wait no longer than that. */
const TURN_MS = 5_000
/** In all, with what was asked before, on the clock of `performance`. */
const WAITS_AT_MOST_MS = 150
const FIRST_PAUSE_MS = 10

/** `ask` is the door to Redis; keys stand in `namespace`, so that versions of the shop that write other bytes do not read each other's. */
export function createSharedLevel(ask: RedisDoor['ask'], namespace: string): SharedLevel {
  const textKey = (key: string) => redisKey('cache', `${namespace}:${key}`)
  const turnKey = (key: string) => redisKey('cache', `${namespace}:turn:${key}`)

  return {
    read: async (key) => {
      // In one trip, because most that is not there is to be made; who finds a text gives the turn back without being waited for.
      const asked = await ask('cache', (redis) => {
        const both = redis.pipeline().get(textKey(key)).set(turnKey(key), '1', { nx: true, px: TURN_MS })
        return both.exec<[unknown, 'OK' | null]>()
      })
      if (!asked.answered) return { kept: null, turn: 'unknown' }
      const [held, taken] = asked.value
      return { kept: await unpack(held), turn: taken === null ? 'taken' : 'mine' }
    },
    awaitOther: async (key, isGood, since) => {
      const left = () => since + WAITS_AT_MOST_MS - performance.now()
      for (let pause = FIRST_PAUSE_MS; pause < left(); pause *= 2) {
        await sleep(pause)
        const asking = ask('cache', (redis) => redis.pipeline().get(textKey(key)).exists(turnKey(key)).exec<[unknown, number]>())
        const asked = await Promise.race([asking, sleep(Math.max(0, left()))])
        if (!asked?.answered) return null
        const kept = await unpack(asked.value[0])
        if (kept && isGood(kept)) return kept
        if (asked.value[1] === 0) return null
      }
      return null
    },
    finish: (key, made) => {
      give(key, made).catch((error: unknown) => logger.error({ err: error }, 'Redis was not given what was made'))
    },
  }

  async function give(key: string, made?: { kept: KeptText; seconds: number }): Promise<void> {
    const packed = made && (await pack(made.kept))
    await ask('cache', (redis) => {
      const sending = redis.pipeline()
      if (packed) sending.set(textKey(key), packed, { px: Math.max(1, Math.round(made.seconds * 1000)) })
      return sending.del(turnKey(key)).exec()
    })
  }
}
