import { createHash } from 'node:crypto'
import { and, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { idempotencyKeys } from '@/db/schema/platform'
import { statement } from '@/db/statement'
import { type Reader, sqlState, type Tx, transaction, withCommit } from '@/db/transaction'
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
export const onceInTransaction = <T>(ctx: Ctx, operation: string, input: unknown, work: (tx: Tx) => Promise<T>): Promise<T> =>
  onceFrom(ctx, operation, input, { begin: async () => {}, work })

/**
 * The same with a beginning that is sent together with the claim of the key: locks and reads, which harm nobody when the call turns out to
 * be a repeated one.
 */
export async function onceFrom<B, T>(
  ctx: Ctx,
  operation: string,
  input: unknown,
  { begin, work }: { begin: (tx: Tx) => Promise<B>; work: (tx: Tx, begun: B) => Promise<T> },
): Promise<T> {
  if (!ctx.idempotencyKey) return transaction(async (tx) => work(tx, await begin(tx)))
  const call = callOf(ctx, operation, ctx.idempotencyKey, input)
  return transaction(async (tx) => {
    const claimed = claim(tx, call, 'done')
    const begun = begin(tx)
    // When the claim fails, what was sent after it fails too, and says less.
    begun.catch(() => {})
    const known = await claimed.catch(refuseWhileRunning)
    if (known) return answerOf<T>(known, call)
    const result = await work(tx, await begun)
    withCommit(tx, 'answer', () => saveAnswer(tx, { ...call, answer: JSON.stringify(result) }))
    return result
  })
}

/** Only the claim's wait says that the first call is under way; other waits of the operation are somebody else's. */
function refuseWhileRunning(error: unknown): never {
  throw sqlState(error) === '55P03' ? stillRunning() : error
}

/**
 * An operation that calls outside: the key is committed as `running` first, the answer after. A repeated call in between gets
 * `conflict` with Retry-After. When `work` throws a refusal the key is freed again, because nothing happened. Any other failure
 * leaves it `running`: what happened is unknown, and the sweep finishes it.
 * `begin` writes the key itself, with `claimKey` in its statement, together with what the operation begins with: it is given the key's
 * values and says whether the key was new.
 */
export async function onceWithOutsideCall<B extends { isClaimed: boolean }, T>(
  ctx: Ctx,
  operation: string,
  input: unknown,
  { begin, work }: { begin: (claim: Claim) => Promise<B>; work: (begun: B) => Promise<T> },
): Promise<T> {
  const call = ctx.idempotencyKey ? callOf(ctx, operation, ctx.idempotencyKey, input) : null
  const begun = await begin(call ?? withoutKey)
  if (!call) return work(begun)
  if (!begun.isClaimed) return answerOf<T>(await knownCall(database(), call), call)
  try {
    const result = await work(begun)
    await saveAnswer(database(), { ...call, answer: JSON.stringify(result) })
    return result
  } catch (error) {
    if (error instanceof DomainError && (error.status < 500 || error.options.isUndone)) {
      await database().delete(idempotencyKeys).where(isCall(call))
    }
    throw error
  }
}

/** The values of `claimKey`; all null without a key. */
export type Claim = { [Name in keyof Call]: string | null }

export const withoutKey: Claim = { principal: null, operation: null, key: null, requestHash: null }

/** The part of a statement that claims a key as `running`: a CTE with a row when the caller may go on, also when there is no key. */
export const claimKey = ({ principal, operation, key, requestHash }: { [Name in keyof Claim]: Placeholder }): SQL => sql`
  new_key as (
    insert into idempotency_keys (principal, operation, key, request_hash, status)
    select ${principal}, ${operation}, ${key}, ${requestHash}, 'running' where ${key}::text is not null
    on conflict do nothing returning key
  ), claimed as (
    select from new_key union all select where ${key}::text is null
  )`

type Row = typeof idempotencyKeys.$inferSelect

/** Inserts the key's row, or returns the one that is there. One statement for a new key, two for a known one. */
async function claim(db: Reader, call: Call, status: 'running' | 'done'): Promise<Row | null> {
  const inserted = await insertKey(db, { ...call, status })
  return inserted.length > 0 ? null : knownCall(db, call)
}

async function knownCall(db: Reader, call: Call): Promise<Row> {
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

const insertKey = statement<{ key: string }, Call & { status: 'running' | 'done' }>(
  ({ principal, operation, key, requestHash, status }) => sql`
    insert into idempotency_keys (principal, operation, key, request_hash, status)
    values (${principal}, ${operation}, ${key}, ${requestHash}, ${status}) on conflict do nothing returning key`,
)

const saveAnswer = statement<never, Call & { answer: string }>(
  ({ principal, operation, key, answer }) => sql`
    update idempotency_keys set status = 'done', response_status = 200, response_body = ${answer}, updated_at = now()
    where principal = ${principal} and operation = ${operation} and key = ${key}`,
)

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
