import type { Money } from './money'

/** Number of minor-unit digits of a currency: 2 for USD, 0 for JPY. Source: ISO 4217 through Intl. */
export function minorDigits(currency: string): number {
  return formatterOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** `{ amount: 4210, currency: 'USD' }` becomes `$42.10` in the given locale. In a file of its own, so that the browser gets it without zod. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return formatterOf(locale, currency).format(amount / 10 ** minorDigits(currency))
}

/** `42.10`, as a spreadsheet or a field of a form has it. */
export const inMajorUnits = ({ amount, currency }: Money): string => (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))

const formatters = new Map<string, Intl.NumberFormat>()

/** Making one takes twenty times as long as using it, and a shop has one locale and one currency. */
function formatterOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency })
  formatters.set(key, made)
  return made
}
