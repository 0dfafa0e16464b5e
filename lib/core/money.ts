import { z } from 'zod'

/** An amount on the wire: minor units (cents) and an ISO 4217 code. */
export const Money = z.object({ amount: z.number().int(), currency: z.string().length(3) })
export type Money = z.infer<typeof Money>

export const money = (amount: number, currency: string): Money => ({ amount, currency })

/** Number of minor-unit digits of a currency: 2 for USD, 0 for JPY. Source: ISO 4217 through Intl. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** `{ amount: 4210, currency: 'USD' }` becomes `$42.10` in the given locale. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digits)
}

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
