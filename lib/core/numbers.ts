import { z } from 'zod'

/**
 * A whole number: as JSON writes numbers, or decimal digits in a form's field or a query. `z.coerce` would also read `null`, `''`, `[]`
 * and `false` as 0, `'1e1'` as 10 and `'0x2'` as 2, and a quantity of 0 removes a line.
 * A value for a field that is left out: `.prefault()`, which the OpenAPI document shows; `.default()` it would not.
 */
export function wholeNumber(min: number, max: number, error = `Write a whole number from ${min} to ${max}.`) {
  return z.preprocess(readDigits, z.number({ error }).int(error).min(min, error).max(max, error))
}

/** The same with decimals after a point. */
export function decimalNumber(min: number, max: number, error = `Write a number from ${min} to ${max}.`) {
  return z.preprocess(readDecimals, z.number({ error }).min(min, error).max(max, error))
}

/** A whole number that may be below zero. */
export function signedNumber(min: number, max: number, error = `Write a whole number from ${min} to ${max}.`) {
  return z.preprocess(readSigned, z.number({ error }).int(error).min(min, error).max(max, error))
}

const readDigits = (value: unknown) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value)
const readSigned = (value: unknown) => (typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value)
const readDecimals = (value: unknown) => (typeof value === 'string' && /^\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value)
