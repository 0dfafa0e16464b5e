import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { invalidationListeners } from './invalidation-listeners'
import { startInvalidationTail } from './invalidation-tail'
import { shopCache } from './shop-cache'

afterEach(() => vi.useRealTimers())

test('an instance that slept or was cut off for longer than the margin still hears of everything that fell meanwhile', async () => {
  const fell = new Set<string>()
  invalidationListeners().add((tags) => {
    for (const tag of tags) fell.add(tag)
  })
  const tail = await startInvalidationTail({ beganAt: new Date(), endedAt: new Date() })
  tail.stop()
  await database().execute(sql`insert into invalidations (tags, at) values ('{missed-while-away}', clock_timestamp() - interval '40 seconds')`)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  await tail.refresh()
  expect([...fell]).toContain('missed-while-away')
})

test('an instance that begins knows what fell for as long as Redis keeps anything, and takes nothing older', async () => {
  const ago = (seconds: number) => sql`clock_timestamp() - make_interval(secs => ${seconds})`
  await database().execute(
    sql`insert into invalidations (tags, at) values ('{fell-half-an-hour-ago}', ${ago(1_800)}), ('{fell-long-ago}', ${ago(90_000)})`,
  )
  const tail = await startInvalidationTail({ beganAt: new Date(), endedAt: new Date() })
  tail.stop()
  const { clock, fallen } = shopCache()
  const minutesAgo = (minutes: number) => clock.atMost() - minutes * 60_000
  expect(clock.isKnown()).toBe(true)
  expect(fallen.hasFallenSince(['fell-half-an-hour-ago'], minutesAgo(31))).toBe(true)
  expect(fallen.hasFallenSince(['fell-half-an-hour-ago'], minutesAgo(29))).toBe(false)
  expect(fallen.hasFallenSince(['fell-long-ago'], minutesAgo(31))).toBe(false)
  expect(fallen.hasFallenSince(['never-fell'], minutesAgo(120))).toBe(true)
})
