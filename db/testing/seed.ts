/** The full numbers of RELIABILITY.md run under PROVE=1, the reduced ones otherwise. */
export const isProof = process.env.PROVE === '1'

export const size = (reduced: number, full: number): number => (isProof ? full : reduced)

export type Random = {
  /** At least 0 and below 1. */
  next(): number
  below(limit: number): number
  /** Both ends may come. */
  integer(min: number, max: number): number
  pick<T>(items: readonly T[]): T
}

/** Random, but the same again under `SEED=`. The seed is printed so that a failure can be repeated. */
export function seededRandom(): Random {
  const seed = Number(process.env.SEED) || Date.now() % 2 ** 31
  console.info(`SEED=${seed}`)
  let state = seed >>> 0
  // mulberry32: small, fast, good enough to choose test cases.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    integer: (min, max) => min + below(max - min + 1),
    pick: (items) => items[below(items.length)] as (typeof items)[number],
  }
}

/** All of them in the full size; in the reduced one every `nth`, from a place that another day or another `SEED=` moves. */
export function someOf<T>(items: readonly T[], nth: number): T[] {
  if (isProof) return [...items]
  const from = seededRandom().below(nth)
  return items.filter((_, place) => place % nth === from)
}
