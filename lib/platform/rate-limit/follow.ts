import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { logger } from '@/lib/platform/logger'

/* What every instance keeps of the database in its memory, so that no request has to ask. */

const RETRY_MS = 1_000

/** Reads it now, before anybody is answered, and again whenever the log of invalidations says that it has changed. */
export async function follow(tag: string, readAgain: () => Promise<void>): Promise<void> {
  invalidationListeners().add((fallen) => {
    if (fallen.includes(tag)) void readAgain()
  })
  await readAgain()
}

/** One reading at a time, so that no older answer comes after a newer one. It never fails: what is known stays, and it is tried again. */
export function createReader(what: string, read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | undefined
  let isOutdated = false

  function readAgain(): Promise<void> {
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
        logger.warn({ err: error }, `${what} could not be read`)
        setTimeout(() => void readAgain(), RETRY_MS).unref()
      }
    }
  }

  return readAgain
}
