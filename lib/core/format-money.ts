import type { Money } from './money'

/** Number of minor-unit digits of a currency: 2 for USD, 0 for JPY. Source: ISO 4217 through Intl. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** `{ amount: 4210, currency: 'USD' }` becomes `$42.10` in the given locale. In a file of its own, so that the browser gets it without zod. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digits)
}
