import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { idempotencyKeys } from '@/db/schema/platform'
import { sqlState, type Tx, transaction } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { metrics } from '@/lib/platform/metrics/metrics'

/** Which call this is: who, what, under which key, with what input. */
type Call = { principal: string; operation: string; key: string; requestHash: string }

/**
 * An operation that only touches the database: the key's row, the work and the answer commit together. A repeated call
 * waits on the key's index for the first one (up to `lock_timeout`) and answers the same; refusals roll back and store nothing.
 * Without a key on `ctx` the work simply runs in a transaction.
 * @throws key_reused for another input under the same key, conflict (Retry-After) when the first call is still running.
 */
export async function onceInTransaction<T>(ctx: Ctx, operation: string, input: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!ctx.idempotencyKey) return transaction(work)
  const call = callOf(ctx, operation, ctx.idempotencyKey, input)
  try {
    return await transaction(async (tx) => {
      const known = await claim(tx, call, 'done')
      if (known) return answerOf<T>(known, call)
      const result = await work(tx)
      await tx
        .update(idempotencyKeys)
        .set({ responseBody: JSON.stringify(result), responseStatus: 200 })
        .where(isCall(call))
      return result
    })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict' && sqlState(error.options.cause) === '55P03') throw stillRunning()
    throw error
  }
}

/**
 * An operation that calls outside: the key is committed as `running` first, the answer after. A repeated call in between gets
 * `conflict` with Retry-After. When `work` throws a refusal the key is freed again, because nothing happened. Any other failure
 * leaves it `running`: what happened is unknown, and the sweep finishes it.
 */
export async function onceWithOutsideCall<T>(ctx: Ctx, operation: string, input: unknown, work: () => Promise<T>): Promise<T> {
  if (!ctx.idempotencyKey) return work()
  const call = callOf(ctx, operation, ctx.idempotencyKey, input)
  const known = await claim(database(), call, 'running')
  if (known) return answerOf<T>(known, call)
  try {
    const result = await work()
    await finish(call, 200, result)
    return result
  } catch (error) {
    if (error instanceof DomainError && (error.status < 500 || error.options.isUndone)) {
      await database().delete(idempotencyKeys).where(isCall(call))
    }
    throw error
  }
}

type Row = typeof idempotencyKeys.$inferSelect

/** Inserts the key's row, or returns the one that is there. One statement for a new key, two for a known one. */
async function claim(db: Pick<Tx, 'insert' | 'select'>, call: Call, status: 'running' | 'done'): Promise<Row | null> {
  const inserted = await db
    .insert(idempotencyKeys)
    .values({ ...call, status })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (inserted.length > 0) return null
  const [row] = await db.select().from(idempotencyKeys).where(isCall(call))
  // It was freed between the two statements: the first call was refused.
  if (!row) throw stillRunning()
  return row
}

function answerOf<T>(row: Row, call: Call): T {
  if (row.requestHash !== call.requestHash) {
    throw new DomainError('key_reused', { detail: 'This Idempotency-Key was used with other input. Use a new key for a new request.' })
  }
  if (row.responseBody === null) throw stillRunning()
  metrics.replays.inc({ operation: call.operation.split(':')[0] ?? call.operation })
  return JSON.parse(row.responseBody) as T
}

async function finish(call: Call, responseStatus: number, result: unknown): Promise<void> {
  await database()
    .update(idempotencyKeys)
    .set({ status: 'done', responseStatus, responseBody: JSON.stringify(result) })
    .where(isCall(call))
}

/**
 * Frees keys of `operations` (a prefix) that have been `running` for longer than any call lasts: their process died, and whoever
 * calls this has settled what they began. The same key then runs the operation again and finds what there is.
 */
export async function releaseAbandonedKeys(operations: string, afterSeconds: number): Promise<number> {
  const rows = await database()
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.status, 'running'),
        sql`starts_with(${idempotencyKeys.operation}, ${operations})`,
        sql`${idempotencyKeys.createdAt} < now() - ${afterSeconds} * interval '1 second'`,
      ),
    )
    .returning({ key: idempotencyKeys.key })
  return rows.length
}

const isCall = (call: Call) =>
  and(eq(idempotencyKeys.principal, call.principal), eq(idempotencyKeys.operation, call.operation), eq(idempotencyKeys.key, call.key))

function callOf(ctx: Ctx, operation: string, key: string, input: unknown): Call {
  const requestHash = createHash('sha256').update(stableJson(input)).digest('base64url')
  return { principal: principalOf(ctx.actor), operation, key, requestHash }
}

/** JSON with sorted members, so that the same input has the same hash whatever the order of its members. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

const stillRunning = () =>
  new DomainError('conflict', {
    detail: 'The first request with this Idempotency-Key is still running. Try again in a moment.',
    retryAfterSeconds: 1,
  })
