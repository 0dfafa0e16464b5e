/*
 * What is plainly wrong with a card, in words for the field, or null. In the browser before an order is placed, so that a slip of the
 * finger makes no order, and in the schema of the payment.
 */

/** Digits only. Twelve to nineteen of them, the last one fitting the others (ISO/IEC 7812-1, the Luhn algorithm). */
export function faultInNumber(number: string): string | null {
  if (!/^\d{12,19}$/.test(number)) return 'Enter the card number.'
  return isLuhn(number) ? null : 'This is not a card number. Please check its digits.'
}

/** `MM/YY`. A card is good until the end of its month, wherever on earth that is. */
export function faultInExpiry(expiry: string, now = new Date()): string | null {
  const [, month, year] = /^(0[1-9]|1[0-2])\s?\/\s?(\d{2})$/.exec(expiry) ?? []
  if (!month || !year) return 'Enter month and year as MM/YY.'
  return Date.UTC(2000 + Number(year), Number(month), 1, 12) > now.getTime() ? null : 'This card has expired. Please use another one.'
}

export const faultInCvc = (cvc: string): string | null => (/^\d{3,4}$/.test(cvc) ? null : 'Enter the three or four digits on your card.')

function isLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
