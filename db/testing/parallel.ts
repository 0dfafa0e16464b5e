import { setTimeout as sleep } from 'node:timers/promises'
import { isDomainError } from '@/lib/core/errors'

/** Runs the tasks with so many writers at once; the results stand in the order of the tasks. */
export async function inParallel<T>(tasks: (() => Promise<T>)[], writers = tasks.length): Promise<PromiseSettledResult<T>[]> {
  const results: PromiseSettledResult<T>[] = []
  let next = 0
  const writer = async () => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index]
      if (task) [results[index]] = (await Promise.allSettled([task()])) as [PromiseSettledResult<T>]
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return results
}

/** What a good client does when it is told to come back: it comes back, with the same key. */
export async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 30 || !isDomainError(error) || error.options.retryAfterSeconds === undefined) throw error
      await sleep(50 + Math.random() * 200)
    }
  }
}

/** How many ended well, and how many were refused with which code. Anything else that was thrown is thrown again. */
export function tally(results: PromiseSettledResult<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const result of results) {
    if (result.status === 'rejected' && !isDomainError(result.reason)) throw result.reason
    const outcome = result.status === 'fulfilled' ? 'done' : result.reason.code
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
