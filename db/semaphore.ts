import { DomainError } from '@/lib/core/errors'

/** Counts who holds a connection. Waiting is bounded, so that an exhausted pool becomes a clear 503 and not a hang. */
export function createSemaphore(size: number, waitLimitMs: number) {
  let free = size
  const waiting: { resolve: () => void; timer: NodeJS.Timeout }[] = []

  return {
    /** @throws unavailable after `waitLimitMs`. */
    acquire(): Promise<void> {
      if (free > 0) {
        free--
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const waiter = {
          resolve,
          timer: setTimeout(() => {
            waiting.splice(waiting.indexOf(waiter), 1)
            reject(new DomainError('unavailable', { detail: 'The shop is very busy. Please try again in a moment.', retryAfterSeconds: 2 }))
          }, waitLimitMs),
        }
        waiting.push(waiter)
      })
    },
    release(): void {
      const next = waiting.shift()
      if (!next) {
        free++
        return
      }
      clearTimeout(next.timer)
      next.resolve()
    },
    get state() {
      return { size, held: size - free, waiting: waiting.length }
    },
  }
}

export type Semaphore = ReturnType<typeof createSemaphore>
