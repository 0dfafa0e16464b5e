import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'

/** Then somebody should know: mails, alerts and refunds are late. */
const LATE_SECONDS = 60

/** How long the oldest event has been waiting and how many were given up, as metrics and, when something is wrong, as a line of the log. One statement. */
export async function watchOutbox(): Promise<void> {
  const [row] = await database().execute<{ waiting_seconds: number; parked: number }>(sql`
    select
      coalesce((select extract(epoch from now() - created_at)::float from outbox where delivered_at is null and parked_at is null order by seq limit 1), 0)
        as waiting_seconds,
      (select count(*)::int from outbox where parked_at is not null) as parked`)
  if (!row) return
  metrics.outboxWaiting.set(row.waiting_seconds)
  metrics.outboxParked.set(row.parked)
  if (row.waiting_seconds > LATE_SECONDS)
    logger.error({ waitingSeconds: Math.round(row.waiting_seconds) }, 'events are not delivered: mails and alerts are late')
}
