import { z } from 'zod'

/** An amount on the wire: minor units (cents) and an ISO 4217 code. */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) })
export type Money = z.infer<typeof Money>

export const money = (amount: number, currency: string): Money => ({ amount, currency })

/** `rate` is in millionths, so 10 % is 100,000. Rounded half up, in integers throughout. Amounts are minor units, zero or more. */
export function applyRate(amountMinor: number, ratePpm: number): number {
  return Number((BigInt(amountMinor) * BigInt(ratePpm) * 2n + 1_000_000n) / 2_000_000n)
}

/** Shares `total` over `weights` in whole minor units so that the parts always add up to it (largest remainder; ties go to the earlier part). */
export function splitByLargestRemainder(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0))
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight))
  const parts = exact.map((value) => value / sum)
  let rest = Number(BigInt(total) - parts.reduce((a, b) => a + b, 0n))
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder) {
    if (rest === 0) break
    parts[index] = (parts[index] ?? 0n) + 1n
    rest--
  }
  return parts.map(Number)
}
