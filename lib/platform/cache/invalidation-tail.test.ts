import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { invalidationListeners } from './invalidation-listeners'
import { startInvalidationTail } from './invalidation-tail'

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
