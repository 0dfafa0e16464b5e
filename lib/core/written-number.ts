/**
 * A number as people write it, with at most so many decimals: `1299`, `1,299.50`, `1.299,50`, `1 299`, `12,5`. Null for what is none and for
 * what might mean two numbers, such as `1.299` where two decimals are usual: a wrong guess costs a thousandfold.
 */
export function writtenNumber(text: string, decimals: number): number | null {
  const plain = text.replaceAll(/[\s'’]/gu, '')
  if (!/^[\d.,]{1,20}$/.test(plain)) return null
  const rest = decimals > 0 ? `\\d{1,${decimals}}` : '(?!)'
  const is = (pattern: string) => new RegExp(`^${pattern}$`).test(plain)
  if (is(`\\d{1,9}([.,]${rest})?`) && !(decimals > 2 && is('\\d{1,3},\\d{3}'))) return Number(plain.replace(',', '.'))
  if (is(`\\d{1,3}(,\\d{3}){1,2}(\\.${rest})?`) && (decimals < 3 || plain.includes('.') || is('.*,.*,.*'))) return Number(plain.replaceAll(',', ''))
  if (is(`\\d{1,3}(\\.\\d{3}){1,2},${rest}`)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return null
}

/** An amount with or without its currency, `$1,299.50`, in minor units. Null for what is none. */
export function writtenAmount(text: string, minorDigits: number): number | null {
  const number = writtenNumber(text.replaceAll(/^[\p{Sc}\p{L}\s]+|[\p{Sc}\p{L}\s]+$/gu, ''), minorDigits)
  return number === null ? null : Math.round(number * 10 ** minorDigits)
}
