import { AsyncLocalStorage } from 'node:async_hooks'

/** A statement as it was sent. BEGIN, COMMIT and SAVEPOINT are not counted. */
export type SentStatement = { text: string; params: readonly unknown[] }

/**
 * A statement that contains this comment is not prepared, so that Postgres plans it for its values each time. For searches and
 * filters: how many rows a word or a value finds decides between plans that differ a hundredfold, and the plan that a prepared
 * statement settles on after five calls knows nothing of the values.
 */
export const PLAN_AFRESH = '/* plan afresh */'

const recording = new AsyncLocalStorage<SentStatement[]>()

/** One count per process: the server entry and Next's bundles each have a copy of this module. */
const shared = globalThis as typeof globalThis & { highstreetStatements?: { sent: number } }
shared.highstreetStatements ??= { sent: 0 }
const count = shared.highstreetStatements

/** Called by the pool for each statement it sends. */
export function recordStatement(text: string, params: readonly unknown[]): void {
  count.sent++
  recording.getStore()?.push({ text, params })
}

/** Statements sent by this process since it started; a metric. */
export const statementsSent = (): number => count.sent

/** Runs `work` and returns what it sent to Postgres, for query budgets and EXPLAIN tests. */
export async function recordStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: SentStatement[] }> {
  const statements: SentStatement[] = []
  const result = await recording.run(statements, work)
  return { result, statements }
}
