import { setTimeout as sleep } from 'node:timers/promises'
import { closeDatabase } from '@/db/client'
import { runSweep } from '@/lib/jobs/run-sweep'
import { sweeps } from '@/lib/jobs/sweeps'

/** A process of its own that runs the sweeps when they are due, one after another. Environment: DATABASE_URL and the shop's. */
const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')

const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
process.send?.('ready')

const dueAt = new Map(sweeps.map(({ name, everySeconds }) => [name, Date.now() + Math.min(everySeconds, 10) * 1_000]))
while (!stopping.signal.aborted) {
  for (const sweep of sweeps) {
    if (stopping.signal.aborted || Date.now() < (dueAt.get(sweep.name) ?? 0)) continue
    await runSweep(url, sweep)
    dueAt.set(sweep.name, Date.now() + sweep.everySeconds * 1_000)
  }
  await sleep(500, undefined, { signal: stopping.signal }).catch(() => {})
}
await closeDatabase()
process.exit(0)
