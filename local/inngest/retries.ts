/** Seconds between the attempts, as Inngest waits; the last one repeats. */
const delays = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600]

/** When a failed call is made again: when it asked to be, otherwise later and later. A tenth is chance, so that many do not come back at once. */
export function nextAttemptAt(attempt: number, retryAfter: string | null, now: Date): Date {
  if (retryAfter !== null && retryAfter !== '') {
    const seconds = Number(retryAfter)
    const moment = Number.isFinite(seconds) ? now.getTime() + seconds * 1_000 : Date.parse(retryAfter)
    if (!Number.isNaN(moment)) return new Date(moment)
  }
  const seconds = delays[Math.min(attempt, delays.length - 1)] ?? 3_600
  return new Date(now.getTime() + seconds * 1_000 * (0.9 + Math.random() * 0.1))
}

/** An app that is not there is asked again after a second; which runs are waiting for it does not matter to it. */
export const unreachableUntil = (now: Date): Date => new Date(now.getTime() + 1_000 + Math.random() * 500)
