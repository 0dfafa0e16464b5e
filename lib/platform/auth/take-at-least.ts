import { setTimeout as sleep } from 'node:timers/promises'

/** More than any of these operations needs on a shop that is not overloaded. */
export const ALIKE_MS = 200

/** Answers after this time at the earliest, whatever the work found: a stopwatch then does not tell who has an account. */
export async function takeAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.all([Promise.allSettled([work()]), sleep(milliseconds)])
  if (outcome[0].status === 'rejected') throw outcome[0].reason
  return outcome[0].value
}
