import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Everything this process counts, in Prometheus' terms. One registry per process, whatever bundle asks. */
function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'highstreet_request_seconds',
      help: 'Time to answer an API operation',
      labelNames: ['operation', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers: [registry],
    }),
    problems: new Counter({ name: 'highstreet_problems_total', help: 'Refusals and failures by code', labelNames: ['code'], registers: [registry] }),
    events: new Counter({ name: 'highstreet_events_total', help: 'Domain events that were committed', labelNames: ['type'], registers: [registry] }),
    replays: new Counter({
      name: 'highstreet_idempotent_replays_total',
      help: 'Repeated calls that got the first answer',
      labelNames: ['operation'],
      registers: [registry],
    }),
    rateLimited: new Counter({
      name: 'highstreet_rate_limited_total',
      help: 'Requests that a limit refused',
      labelNames: ['policy'],
      registers: [registry],
    }),
    addressesBlocked: new Counter({
      name: 'highstreet_addresses_blocked_total',
      help: 'Addresses that were blocked, by what blocked them',
      labelNames: ['reason'],
      registers: [registry],
    }),
    blockedRequests: new Counter({
      name: 'highstreet_blocked_requests_total',
      help: 'Requests from blocked addresses',
      registers: [registry],
    }),
    poolReplaced: new Counter({
      name: 'highstreet_database_replaced_total',
      help: 'Times the database connections were replaced',
      registers: [registry],
    }),
    retries: new Counter({ name: 'highstreet_transaction_retries_total', help: 'Transactions tried again after a deadlock', registers: [registry] }),
    statements: new Gauge({ name: 'highstreet_statements_total', help: 'Statements sent to Postgres', registers: [registry] }),
    cacheReads: new Counter({
      name: 'highstreet_cache_reads_total',
      help: 'Reads that are kept: from this process (fresh, or stale while it is made anew), from Redis, or made from the database',
      labelNames: ['keeping', 'source'],
      registers: [registry],
    }),
    redisCalls: new Counter({
      name: 'highstreet_redis_calls_total',
      help: 'Calls to Redis: answered, failed (gone or late), refused by Redis, or skipped while the circuit breaker was open',
      labelNames: ['use', 'result'],
      registers: [registry],
    }),
    redisSeconds: new Histogram({
      name: 'highstreet_redis_seconds',
      help: 'Time that was waited for Redis',
      labelNames: ['use'],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.03, 0.06, 0.15, 0.3],
      registers: [registry],
    }),
    redisOpen: new Gauge({
      name: 'highstreet_redis_breaker_open',
      help: '1 while the circuit breaker is open and the shop goes on without Redis',
      labelNames: ['database'],
      registers: [registry],
    }),
    redisChanges: new Counter({
      name: 'highstreet_redis_breaker_changes_total',
      help: 'Times the circuit breaker opened and closed',
      labelNames: ['to'],
      registers: [registry],
    }),
    outbox: new Counter({
      name: 'highstreet_outbox_total',
      help: 'Events that left the outbox, were refused, or were given up',
      labelNames: ['type', 'result'],
      registers: [registry],
    }),
    outboxWaiting: new Gauge({
      name: 'highstreet_outbox_waiting_seconds',
      help: 'How long the oldest event that is not delivered has been waiting',
      registers: [registry],
    }),
    outboxParked: new Gauge({ name: 'highstreet_outbox_parked', help: 'Events that were given up and wait for a person', registers: [registry] }),
    jobs: new Counter({ name: 'highstreet_job_runs_total', help: 'Runs of jobs by result', labelNames: ['job', 'result'], registers: [registry] }),
    invariantViolations: new Gauge({
      name: 'highstreet_invariant_violations',
      help: 'What the nightly check of the books has found; anything but 0 is a bug',
      registers: [registry],
    }),
    webhooks: new Counter({
      name: 'highstreet_payment_webhooks_total',
      help: 'Payment webhooks by result',
      labelNames: ['provider', 'result'],
      registers: [registry],
    }),
  }
}

const shared = globalThis as typeof globalThis & { highstreetMetrics?: ReturnType<typeof createMetrics> }
shared.highstreetMetrics ??= createMetrics()

export const metrics = shared.highstreetMetrics
