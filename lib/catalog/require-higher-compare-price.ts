import { DomainError } from '@/lib/core/errors'

/** A price struck through has to be a saving. `at` points to what has the two. @throws invalid_input */
export function requireHigherComparePrice(priceMinor: number, comparePriceMinor: number | null, at = ''): void {
  if (comparePriceMinor === null || comparePriceMinor > priceMinor) return
  throw new DomainError('invalid_input', {
    errors: [{ pointer: `${at}/compare_price_minor`, detail: 'The former price has to be above the price. Leave it empty when there is none.' }],
  })
}
