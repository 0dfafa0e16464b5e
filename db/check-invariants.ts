import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import type { Reader } from './transaction'

export type Violation = { check_name: string; subject: string; detail: string }

/** What is wrong in the whole database, by `db/invariants.sql`; empty when all is well. One statement that reads everything: for tests and the night. */
export async function findViolations(reader: Reader): Promise<Violation[]> {
  const text = await readFile('db/invariants.sql', 'utf8')
  return [...(await reader.execute<Violation>(sql.raw(text)))]
}
