import { z } from 'zod'

const Count = z.number().int().min(0)
const Percent = z.number().min(0)

/** R145: what this instance has counted since it started. */
export const CacheStatistics = z.strictObject({
  /** Finished answers in the server entry's memory. */
  answers: z.strictObject({ entries: Count, bytes: Count, hits: Count, stale: Count, misses: Count, joined: Count, hit_rate_percent: Percent }),
  /** Other reads in the memory of this process. */
  process: z.strictObject({ entries: Count, bytes: Count }),
  /** Reads that are kept, by their name: where they came from. */
  reads: z.record(z.string(), z.strictObject({ process: Count, stale: Count, redis: Count, made: Count, hit_rate_percent: Percent })),
  redis: z.strictObject({
    is_answering: z.boolean(),
    answered: Count,
    failed: Count,
    refused: Count,
    skipped: Count,
    avg_response_time_ms: z.number(),
  }),
})

/** `redis_keys` is how many entries Redis gave back; without Redis none, and the clearing holds all the same. */
export const CacheCleared = z.strictObject({ status: z.literal('cleared'), redis_keys: Count })

/** R152, exactly. `service_metrics` are the operations of the API since this instance started. */
export const SystemStatistics = z.strictObject({
  system_metrics: z.strictObject({
    memory: z.strictObject({ used_percent: Percent, available_gb: z.number() }),
    cpu: z.strictObject({ percent: Percent, count: Count }),
    disk: z.strictObject({ used_percent: Percent, free_gb: z.number() }),
  }),
  service_metrics: z.record(
    z.string(),
    z.strictObject({ avg_response_time_ms: z.number(), error_rate_percent: Percent, requests_per_minute: z.number() }),
  ),
})

/** R146. `database` is what Postgres has counted for all instances, `instance` what this one has. */
export const DatabaseStatistics = z.strictObject({
  database: z.strictObject({
    size_mb: z.number(),
    connections: Count,
    commits: z.number(),
    rollbacks: z.number(),
    deadlocks: z.number(),
    cache_hit_percent: Percent,
  }),
  instance: z.strictObject({ max_connections: Count, statements: Count, retries: Count, pool_replaced: Count }),
})

export type CacheStatistics = z.infer<typeof CacheStatistics>
export type CacheCleared = z.infer<typeof CacheCleared>
export type SystemStatistics = z.infer<typeof SystemStatistics>
export type DatabaseStatistics = z.infer<typeof DatabaseStatistics>
