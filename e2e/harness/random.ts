/** Randomness that can be repeated: `SEED=` gives the seed, otherwise a fresh one is made. Each test prints the one it used. */
export type Random = { seed: number; next(): number; integer(min: number, max: number): number; pick<T>(items: readonly T[]): T }

/** Mulberry32: small, and good enough to choose test cases. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return { seed, next, integer, pick: (items) => items[integer(0, items.length - 1)] as (typeof items)[number] }
}

/** Prints the seed, so that a failure can be repeated. */
export function randomOf(promise: string): Random {
  const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31)
  console.log(`${promise}: SEED=${seed}`)
  return seededRandom(seed)
}

/** The reduced number, or the promised one under `npm run prove`. */
export const size = (reduced: number, full: number): number => (process.env.PROVE === '1' ? full : reduced)
