import postgres from 'postgres'
import { OUTBOX_CHANNEL } from '@/lib/platform/events/outbox-wake'
import { logger } from '@/lib/platform/logger'

const RECONNECT_MS = 1_000

/**
 * Hears of commits in processes that have no dispatcher, on a connection of its own. postgres.js's `listen` gives up when the first
 * attempt to listen again fails; this one goes on until it is stopped. Every connection that is new wakes too: what was said while there
 * was none was heard by nobody. @returns what ends it.
 */
export function listenToOutbox(url: string, wake: () => void): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const options = {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'highstreet-outbox' },
    onnotify: wake,
    onclose: () => again(),
  }
  // `onnotify` is what `listen` itself is made of; the types do not know it.
  const sql = postgres(url, options)

  function again(): void {
    if (isStopped) return
    clearTimeout(timer)
    timer = setTimeout(listen, RECONNECT_MS)
    timer.unref()
  }

  function listen(): void {
    sql.unsafe(`listen ${OUTBOX_CHANNEL}`).then(wake, (error: unknown) => {
      logger.warn({ err: error }, 'nobody hears what other processes put into the outbox; it is found by looking')
      again()
    })
  }

  listen()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await sql.end({ timeout: 1 })
  }
}
