import { randomInt } from 'node:crypto'

/** Without letters and digits that are taken for each other (Crockford's Base32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `COMEBACK-7K3M9-QX2TD`: one of 10^15, and a caller may try twenty an hour. */
export const newCouponCode = (word: string): string => `${word}-${part()}-${part()}`

const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
