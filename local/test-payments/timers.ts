import { setTimeout as sleep } from 'node:timers/promises'
import { settleDuePayments } from './payments'
import type { Store } from './store'
import { type Deliver, deliverDueWebhooks } from './webhooks'

const IDLE_MS = 200

/** Does what is due until `signal` ends it. The times are rows in Postgres: after a kill the next process goes on where this one stopped. */
export async function runTimers(sql: Store, secret: string, deliver: Deliver, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const settled = await settleDuePayments(sql)
      const sent = await deliverDueWebhooks(sql, secret, deliver)
      if (settled + sent > 0) continue
    } catch (error) {
      process.stderr.write(`test payments: ${error instanceof Error ? error.message : String(error)}\n`)
    }
    await sleep(IDLE_MS, undefined, { signal }).catch(() => {})
  }
}

/** Posts to the shop; a receiver that takes longer than five seconds has failed. */
export const deliverTo =
  (url: string): Deliver =>
  async (body, signature) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-signature': signature },
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    })
    await response.arrayBuffer()
    return response.status
  }
