/** Repeatable numbers (mulberry32): the same product number always gives the same product, in whatever order they are made. */
export type Random = { below(limit: number): number; pick<T>(list: readonly T[]): T; chance(probability: number): boolean }

export function randomFor(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from')
    return chosen
  }
  return { below, pick, chance: (probability) => next() < probability }
}
