import { statementsSent } from '@/db/statements'
import { env, mode } from '@/lib/platform/env'
import { isEqualSecret } from '@/lib/platform/secrets'
import { metrics } from './metrics'

/** True for a scraper that sends `Authorization: Bearer METRICS_TOKEN`. In local mode without a token set, for everybody on this machine. */
export function maySeeMetrics(authorization: string | null): boolean {
  if (!env.METRICS_TOKEN) return mode === 'local'
  return isEqualSecret(`Bearer ${env.METRICS_TOKEN}`, authorization ?? '')
}

/** Prometheus text format. */
export async function renderMetrics(): Promise<{ type: string; text: string }> {
  metrics.statements.set(statementsSent())
  return { type: metrics.registry.contentType, text: await metrics.registry.metrics() }
}
