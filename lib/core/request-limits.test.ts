import { expect, test } from 'vitest'
import { limitNames, readStoredLimits, SetLimits } from './request-limits'

const refusalOf = (value: unknown) => SetLimits.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
const one = (limit: unknown, seconds: unknown) => [{ limit, seconds }]

test('the limits that hold for pages and for changes stay wide enough for whoever would set them right again', () => {
  for (const seconds of [1, 10, 30, 60, 3_600, 86_400]) {
    const [pages, changes] = [Math.max(60, 2 * seconds), Math.max(20, seconds / 6)].map(Math.ceil)
    expect([seconds, refusalOf({ shop: one(pages, seconds), writes: one(changes, seconds) })]).toEqual([seconds, undefined])
    expect(refusalOf({ shop: one((pages ?? 0) - 1, seconds) })).toEqual([expect.stringMatching(/^shop\/0\/limit: In this time at least [\d,]+, or/)])
    expect(refusalOf({ writes: one((changes ?? 0) - 1, seconds) })).toEqual([expect.stringMatching(/^writes\/0\/limit: In this time at least/)])
  }
})

test('every other limit may be as low as one', () => {
  const lowest = Object.fromEntries(limitNames.filter((name) => name !== 'shop' && name !== 'writes').map((name) => [name, one(1, 86_400)]))
  expect(SetLimits.parse(lowest)).toEqual(lowest)
})

test('what is no limit is refused where it stands', () => {
  expect(refusalOf({ checkout: one(0, 60) })).toEqual(['checkout/0/limit: Give at least 1.'])
  expect(refusalOf({ checkout: one(1.5, 60) })).toEqual(['checkout/0/limit: Give a whole number.'])
  expect(refusalOf({ checkout: one('', Number.NaN) })).toEqual(['checkout/0/limit: Give a number.', 'checkout/0/seconds: Give a length of time.'])
  expect(refusalOf({ checkout: one(1_000_001, 86_401) })).toHaveLength(2)
  expect(refusalOf({ checkout: one(1, 0) })).toHaveLength(1)
  expect(refusalOf({ checkout: [] })).toEqual(['checkout: Leave at least one line.'])
  expect(refusalOf({ checkout: [1, 2, 3, 4, 5].map((seconds) => ({ limit: 9, seconds })) })).toEqual(['checkout: At most four lines.'])
  expect(refusalOf({ checkout: [...one(9, 60), ...one(8, 60)] })).toEqual(['checkout/1/seconds: There is a line for this time already.'])
  expect(refusalOf({ sign_in: one(1, 60) })).toHaveLength(1)
})

test('what is stored and makes no sense is left out, and the rest holds', () => {
  expect(readStoredLimits({ shop: one(1, 60), payments: one(3, 60), gone: 7, checkout: 'all' })).toEqual({ payments: one(3, 60) })
})
