import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/platform/env'
import { outboxWakers } from '@/lib/platform/events/outbox-wake'
import { logger } from '@/lib/platform/logger'
import { dispatchOutbox } from './dispatch-outbox'
import { listenToOutbox } from './listen-outbox'
import { watchOutbox } from './watch-outbox'

/** The safety net: whatever nobody was woken for is found by looking this often. */
const LOOK_EVERY_MS = 1_000
/** What is committed together travels together. */
const GATHER_MS = 5
const MAX_PAUSE_MS = 10_000
const WATCH_EVERY_MS = 15_000

export type Dispatcher = { wake(): void; stop(): Promise<void> }

type Options = { dispatch?: typeof dispatchOutbox; listenUrl?: string | null; lookEveryMs?: number }

/**
 * Delivers the outbox for as long as this process lives: at once after each commit of its own, after a NOTIFY of another, and by looking
 * each second. While Inngest or Postgres is away it pauses, up to ten seconds, and begins again by itself. `stop` lets the batch under
 * way end.
 */
export function startDispatcher({ dispatch = dispatchOutbox, listenUrl = sessionUrl(), lookEveryMs = LOOK_EVERY_MS }: Options = {}): Dispatcher {
  const stopping = new AbortController()
  const wakers = outboxWakers()
  let isWanted = true
  let awaken = () => {}

  const wake = () => {
    isWanted = true
    awaken()
  }

  async function untilWanted(): Promise<void> {
    if (isWanted) return
    const awake = new Promise<void>((resolve) => {
      awaken = resolve
    })
    const timer = new AbortController()
    await Promise.race([
      awake,
      sleep(lookEveryMs, undefined, { signal: AbortSignal.any([timer.signal, stopping.signal]), ref: false }).catch(() => {}),
    ])
    timer.abort()
  }

  async function run(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      await untilWanted()
      await sleep(failures === 0 ? GATHER_MS : pauseMs(failures), undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      if (stopping.signal.aborted) return
      isWanted = false
      const isWell = await turn()
      if (isWell && failures > 0) logger.info('events are delivered again')
      failures = isWell ? 0 : failures + 1
    }
  }

  async function turn(): Promise<boolean> {
    try {
      const { isUnavailable } = await dispatch({ signal: stopping.signal })
      if (isUnavailable) logger.warn('Inngest is not available: events wait in the outbox')
      return !isUnavailable
    } catch (error) {
      logger.warn({ err: error }, 'the outbox could not be read')
      return false
    }
  }

  wakers.add(wake)
  const unlisten = listenUrl === null ? async () => {} : listenToOutbox(listenUrl, wake)
  const watching = setInterval(
    () => void watchOutbox().catch((error: unknown) => logger.warn({ err: error }, 'the outbox could not be counted')),
    WATCH_EVERY_MS,
  )
  watching.unref()
  const running = run()
  return {
    wake,
    stop: async () => {
      wakers.delete(wake)
      clearInterval(watching)
      stopping.abort()
      awaken()
      await Promise.all([running, unlisten()])
    },
  }
}

/** Behind a pooler in transaction mode a session that listens is lost after its statement. */
const sessionUrl = (): string | null => (env.DATABASE_PREPARE === 'on' ? (env.DATABASE_URL ?? null) : null)

/** 0.5 s, 1 s, 2 s … with some spread, so that many instances do not come back together. */
const pauseMs = (failures: number) => Math.min(MAX_PAUSE_MS, 250 * 2 ** failures) * (0.75 + Math.random() / 2)
