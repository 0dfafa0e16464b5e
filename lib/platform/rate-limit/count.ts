import { askRedis, isRedisConfigured, isRedisThere } from '@/lib/platform/redis/redis-door'
import { askLimiter, type WindowAnswer } from './ask-limiter'
import { type Policy, SHARE_WITHOUT_REDIS } from './policies'
import { settleLater } from './settle'
import { add, hasRoom, learn, secondsToReset, type Tally, takePending, tallyOf, type Verdict, verdictHere } from './tallies'

export type Wanted = { policy: Policy; key: string }

/** A refusal of Redis holds so long without asking again: whoever hammers costs one call a second. */
const REFUSAL_HOLDS_MS = 1_000

/**
 * Counts one request under each of these policies in Redis, in one call, before it runs. Where one of them refuses, it counts under none.
 * Without Redis it is counted here.
 */
export async function countExactly(wanted: Wanted[]): Promise<Verdict[]> {
  const tallies = wanted.map(({ policy, key }) => tallyOf(policy, key))
  if (tallies.some((tally) => tally.refusedUntil > Date.now())) return stillRefused(tallies)
  // What memory answered in the meantime is told along with it, or the two could pass twice the limit together.
  const entries = tallies.map((tally) => ({ ...tally, rate: 1 + takePending(tally) }))
  const answer = await askRedis('api', (redis) => askLimiter(redis, entries))
  if (!answer.answered) return countWithoutRedis(tallies)
  const now = Date.now()
  const verdicts = tallies.map((tally, at) => judge(tally, answer.value[at] ?? [], now))
  if (verdicts.some(({ isAllowed }) => !isAllowed)) giveBack(tallies, answer.value)
  return verdicts
}

/** Counts one request in this process, without waiting, and tells Redis soon. False when the limit is reached. */
export function countHere(tally: Tally, now: number): boolean {
  if (!hasRoom(tally, now, shareHere())) return false
  add(tally)
  settleLater(tally)
  return true
}

/** What this process lets through of a limit: all of it, unless the others' counts cannot be known. */
export const shareHere = (): number => (isRedisThere('api') || !isRedisConfigured('api') ? 1 : SHARE_WITHOUT_REDIS)

function stillRefused(tallies: Tally[]): Verdict[] {
  const now = Date.now()
  return tallies.map((tally) => verdictHere(tally, tally.refusedUntil <= now, now, 1))
}

/** One answer that is late is no Redis that is gone: what this process knows then counts in full, or a busy second would refuse people. */
function countWithoutRedis(tallies: Tally[]): Verdict[] {
  const now = Date.now()
  const share = shareHere()
  const fits = tallies.map((tally) => hasRoom(tally, now, share))
  if (fits.every(Boolean)) tallies.forEach(add)
  // Redis is gone, has counted it although it was late, or there is none.
  tallies.forEach(takePending)
  return tallies.map((tally, at) => verdictHere(tally, fits[at] ?? false, now, share))
}

function judge(tally: Tally, answers: WindowAnswer[], now: number): Verdict {
  learn(
    tally,
    answers.map(({ remaining }) => remaining),
    now,
  )
  const isAllowed = answers.every((answer) => answer.isAllowed)
  if (!isAllowed) tally.refusedUntil = now + REFUSAL_HOLDS_MS
  const windows = tally.policy.windows.map((window, at) => ({
    ...window,
    remaining: answers[at]?.remaining ?? 0,
    resetSeconds: secondsToReset(window, now),
    isOver: !(answers[at]?.isAllowed ?? true),
  }))
  return { policy: tally.policy, key: tally.key, isAllowed, isReduced: false, windows }
}

/** The windows that would have let it through have counted it: a request that was refused by another one does not use them up. */
function giveBack(tallies: Tally[], answers: WindowAnswer[][]): void {
  const entries = tallies.flatMap(({ policy, key }, at) => {
    const counted = policy.windows.filter((_, window) => answers[at]?.[window]?.isAllowed)
    return counted.length > 0 ? [{ policy: { ...policy, windows: counted }, key, rate: -1 }] : []
  })
  if (entries.length > 0) void askRedis('api', (redis) => askLimiter(redis, entries))
}
