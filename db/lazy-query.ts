/** What Drizzle awaits: rows, or after `.values()` arrays. */
export type Query = Promise<Record<string, unknown>[]> & { values(): Promise<unknown[][]> }

/** A query that is sent when it is awaited, as rows or, after `.values()`, as arrays. */
export function lazyQuery(run: (asArrays: boolean) => Promise<unknown[]>): Query {
  const lazy = {
    // biome-ignore lint/suspicious/noThenProperty: Drizzle awaits the query object itself, as it does postgres.js's own.
    then: (resolve: (rows: unknown[]) => unknown, reject: (error: unknown) => unknown) => run(false).then(resolve, reject),
    values: () => run(true),
  }
  return lazy as unknown as Query
}
