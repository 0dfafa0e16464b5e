import { LRUCache } from 'lru-cache'
import { isSameLimit, type Window } from '@/lib/core/request-limits'
import type { Policy } from './policies'

/**
 * What this process knows of one caller under one policy. A bucket is a window's length of time, as @upstash/ratelimit cuts it, so that the
 * counts here and there mean the same.
 */
export type Tally = {
  /** With the windows at the time when the tally began: its buckets are theirs. */
  policy: Policy
  key: string
  buckets: Bucket[]
  /** Counted here and not yet told to Redis. */
  pending: number
  smallestLimit: number
  /** What Redis refused it need not be asked again before (ms). */
  refusedUntil: number
  /** The bucket in which a refusal was last held against the caller, where that happens once in each. */
  heldIn: number
}

type Bucket = { at: number; current: number; previous: number }

type WindowState = Window & { remaining: number; resetSeconds: number; isOver: boolean }

/** `isReduced`: only a part of the limit could be given, because Redis is gone. */
export type Verdict = { policy: Policy; key: string; isAllowed: boolean; isReduced: boolean; windows: WindowState[] }

/** Who comes back after so many others starts anew here; Redis still knows them. About 15 MB. */
const MOST_TALLIES = 50_000

type Shared = { tallies: LRUCache<string, Tally>; unsettled: Set<Tally> }
const shared = globalThis as typeof globalThis & { highstreetTallies?: Shared }
shared.highstreetTallies ??= { tallies: new LRUCache({ max: MOST_TALLIES }), unsettled: new Set() }

/** One set per process: the entry counts in it, and so do routes and actions. */
const { tallies } = shared.highstreetTallies
export const { unsettled } = shared.highstreetTallies

export function tallyOf(policy: Policy, key: string): Tally {
  const name = `${policy.name} ${key}`
  const known = tallies.get(name)
  if (known && (known.policy.windows === policy.windows || isSameLimit(known.policy.windows, policy.windows))) return known
  const tally = newTally(policy, key, known)
  tallies.set(name, tally)
  return tally
}

/** Where the limit has changed meanwhile, what was counted in windows of a length that remains still counts. */
function newTally({ name, windows }: Policy, key: string, before: Tally | undefined): Tally {
  const buckets = windows.map(({ seconds }): Bucket => {
    const at = before?.policy.windows.findIndex((window) => window.seconds === seconds) ?? -1
    return { at: 0, current: 0, previous: 0, ...before?.buckets[at] }
  })
  const smallestLimit = Math.min(...windows.map(({ limit }) => limit))
  const pending = before ? takePending(before) : 0
  return { policy: { name, windows }, key, buckets, pending, smallestLimit, refusedUntil: 0, heldIn: before?.heldIn ?? -1 }
}

/** Whether one more fits into every window of which `share` may be used. Counts nothing. */
export function hasRoom(tally: Tally, now: number, share: number): boolean {
  const { buckets, policy } = tally
  for (let at = 0; at < buckets.length; at++) {
    const window = policy.windows[at]
    const bucket = buckets[at]
    if (window && bucket && usedOf(bucket, window, now) + 1 > limitOf(window, share)) return false
  }
  return true
}

export function add(tally: Tally): void {
  for (const bucket of tally.buckets) bucket.current++
  tally.pending++
}

/** Takes what is pending out, to tell it to Redis. */
export function takePending(tally: Tally): number {
  const taken = tally.pending
  tally.pending = 0
  unsettled.delete(tally)
  return taken
}

/** Redis says how much of each window is left over all instances. What was counted here meanwhile comes on top. */
export function learn(tally: Tally, remaining: number[], now: number): void {
  tally.buckets.forEach((bucket, at) => {
    const window = tally.policy.windows[at]
    if (!window) return
    const weighted = usedOf(bucket, window, now) - bucket.current
    bucket.current = Math.max(0, window.limit - (remaining[at] ?? 0) - weighted) + tally.pending
  })
}

export function forget(tally: Tally): void {
  for (const bucket of tally.buckets) Object.assign(bucket, { current: 0, previous: 0 })
  tally.pending = 0
  tally.refusedUntil = 0
}

export function verdictHere(tally: Tally, isAllowed: boolean, now: number, share: number): Verdict {
  const windows = tally.policy.windows.map((window, at): WindowState => {
    const bucket = tally.buckets[at]
    const left = limitOf(window, share) - (bucket ? usedOf(bucket, window, now) : 0)
    return { ...window, remaining: Math.max(0, left), resetSeconds: secondsToReset(window, now), isOver: !isAllowed && left < 1 }
  })
  return { policy: tally.policy, key: tally.key, isAllowed, isReduced: share < 1, windows }
}

/** At the end of the running bucket at least one request fits again. */
export const secondsToReset = ({ seconds }: Window, now: number): number => Math.max(1, Math.ceil(seconds - ((now / 1000) % seconds)))

export const bucketAt = ({ seconds }: Window, now: number): number => Math.floor(now / (seconds * 1000))

function usedOf(bucket: Bucket, window: Window, now: number): number {
  const at = bucketAt(window, now)
  if (at !== bucket.at) {
    bucket.previous = at === bucket.at + 1 ? bucket.current : 0
    bucket.current = 0
    bucket.at = at
  }
  const lengthMs = window.seconds * 1000
  return Math.floor((1 - (now % lengthMs) / lengthMs) * bucket.previous) + bucket.current
}

/** Never nothing: somebody who asks once gets an answer. */
const limitOf = ({ limit }: Window, share: number) => (share === 1 ? limit : Math.max(1, Math.floor(limit * share)))
