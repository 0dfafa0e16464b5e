import postgres from 'postgres'
import { systemCtx } from '@/lib/core/context'
import { logger } from '@/lib/platform/logger'
import type { Sweep } from './sweeps'

/** A sweep that takes longer is given up by the caller; Postgres ends its statements by itself. */
const LIMIT_MS = 5 * 60_000

/**
 * Runs one sweep unless another instance is at it. Failures are logged and tried again at the next turn; the lock is a transaction's,
 * so that it falls with its connection and works behind PgBouncer.
 * @returns the number of rows, or null when it did not run or failed.
 */
export async function runSweep(url: string, { name, run }: Sweep): Promise<number | null> {
  // A connection of its own for each turn: nothing of a broken one is left for the next.
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {}, connection: { application_name: 'highstreet-sweeper' } })
  try {
    return await Promise.race([
      sql.begin(async (tx) => {
        const [row] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(hashtextextended(${`sweep ${name}`}, 0)) as held`
        if (!row?.held) return null
        const count = await run(systemCtx('sweeper'))
        if (count > 0) logger.info({ sweep: name, count }, 'swept')
        return count
      }),
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`The sweep took more than ${LIMIT_MS / 60_000} minutes`)), LIMIT_MS).unref()
      }),
    ])
  } catch (error) {
    logger.error({ sweep: name, err: error }, 'sweep failed')
    return null
  } finally {
    await sql.end({ timeout: 1 })
  }
}
