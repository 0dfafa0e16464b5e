import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { keepText } from '@/lib/platform/cache/cached'
import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { metrics } from '@/lib/platform/metrics/metrics'
import { clearCache } from './clear-cache'
import { findCacheStatistics } from './find-cache-statistics'
import { findDatabaseStatistics } from './find-database-statistics'
import { findSystemStatistics } from './find-system-statistics'
import { CacheStatistics, DatabaseStatistics, SystemStatistics } from './schemas'

const shop = systemCtx('test')
const as = (role: 'customer' | 'staff'): Ctx => ({ ...shop, actor: { kind: 'user', userId: newId<UserId>(), role } })

test('R144, R152: the system in exactly this shape, with how the operations of the API do', async () => {
  metrics.requests.observe({ operation: 'GET /api/v1/products', status: '200' }, 0.02)
  metrics.requests.observe({ operation: 'GET /api/v1/products', status: '503' }, 0.04)
  const found = SystemStatistics.parse(await findSystemStatistics(shop))
  expect(found.service_metrics['GET /api/v1/products']).toEqual({
    avg_response_time_ms: 30,
    error_rate_percent: 50,
    requests_per_minute: expect.any(Number),
  })
  const { memory, cpu, disk } = found.system_metrics
  expect([memory, cpu, disk].map((part) => Object.keys(part))).toEqual([
    ['used_percent', 'available_gb'],
    ['percent', 'count'],
    ['used_percent', 'free_gb'],
  ])
  for (const percent of [memory.used_percent, cpu.percent, disk.used_percent]) expect(percent).toBeLessThanOrEqual(100)
  expect(Math.min(memory.available_gb, cpu.count, disk.free_gb)).toBeGreaterThan(0)
})

test('R145: reads are counted by where they came from', async () => {
  const read = () => keepText('user_statistics', 'user_statistics', { inProcess: true }, async () => ({ text: '1', tags: ['customers'] }))
  for (let turn = 0; turn < 4; turn++) await read()
  const found = CacheStatistics.parse(await findCacheStatistics(shop))
  expect(found.reads.user_statistics).toEqual({ process: 3, stale: 0, redis: 0, made: 1, hit_rate_percent: 75 })
  expect(found.redis.is_answering).toBe(false)
})

test('R146: the database with one statement', async () => {
  const { result, statements } = await recordStatements(() => findDatabaseStatistics(shop))
  expect(DatabaseStatistics.parse(result).database.connections).toBeGreaterThan(0)
  expect(statements).toHaveLength(1)
})

test('R147: clearing takes down what is kept here, and in all other instances by the log', async () => {
  let made = 0
  const read = () => keepText('user_profile', 'user_profile', { inProcess: true }, async () => ({ text: String(++made), tags: [] }))
  expect([(await read()).text, (await read()).text]).toEqual(['1', '1'])
  const fell: string[] = []
  invalidationListeners().add((tags) => void fell.push(...tags))
  expect(await clearCache(shop)).toEqual({ status: 'cleared', redis_keys: 0 })
  expect((await read()).text).toBe('2')
  expect(fell).toEqual(['everything', 'settings'])
  const rows = await database().execute(sql`select 1 from invalidations where tags @> '{everything,settings}'`)
  expect(rows).toHaveLength(1)
})

test.each(['customer', 'staff'] as const)('a %s sees and clears nothing', async (role) => {
  for (const attempt of [findCacheStatistics, findSystemStatistics, findDatabaseStatistics, clearCache]) {
    await expect(attempt(as(role))).rejects.toMatchObject({ code: 'forbidden' })
  }
})
