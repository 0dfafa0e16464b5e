import { expect, test } from 'vitest'
import { createDatabaseClock } from './database-clock'
import { createFallenTags } from './fallen-tags'

test('the time in the database lies between the bounds, and many readings bring them closer together', () => {
  const now = 1_000
  const clock = createDatabaseClock(() => now)
  expect(clock.isKnown()).toBe(false)
  // The database is 500 ahead; a reading takes 40 there and back, another one 10.
  clock.note(now + 500, now - 30, now + 10)
  expect([clock.atLeast(), clock.atMost()]).toEqual([now + 490, now + 530])
  clock.note(now + 500, now - 5, now + 5)
  expect([clock.atLeast(), clock.atMost()]).toEqual([now + 495, now + 505])
  clock.note(now + 500, now - 300, now + 300)
  expect([clock.atLeast(), clock.atMost()]).toEqual([now + 495, now + 505])
  expect(clock.epoch()).toBe(1)
})

test('a clock that was set begins anew, and what fell by the old one is not forgotten but counts for everything', () => {
  const now = 100_000
  const clock = createDatabaseClock(() => now)
  clock.note(now, now, now)
  const fallen = createFallenTags(clock)
  fallen.note(['price'], now + 1)
  clock.note(now - 60_000, now, now)
  expect([clock.epoch(), clock.atMost()]).toEqual([2, now - 60_000])
  expect(fallen.hasFallenSince([], now - 60_000)).toBe(true)
  expect(fallen.hasFallenSince(['price'], now - 59_999)).toBe(false)
})

test('when more falls than is remembered, all from before counts as fallen, and nothing from after', () => {
  const clock = createDatabaseClock(() => 5)
  const fallen = createFallenTags(clock)
  fallen.note(
    Array.from({ length: 60_000 }, (_, index) => `product:${index}`),
    1_000,
  )
  expect([fallen.hasFallenSince(['never fell'], 1_000), fallen.hasFallenSince(['product:1'], 1_001)]).toEqual([true, false])
  fallen.note(['product:1'], 2_000)
  expect([fallen.hasFallenSince(['product:1'], 1_500), fallen.hasFallenSince(['product:2'], 1_500)]).toEqual([true, false])
})
