import { readFile } from 'node:fs/promises'
import postgres from 'postgres'

/** What db/invariants.sql finds wrong; an empty list when all is well. */
export async function brokenInvariants(databaseUrl: string): Promise<unknown[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const result = await sql.unsafe(await readFile('db/invariants.sql', 'utf8'))
    // Several statements give a list of lists.
    return (result as unknown as unknown[]).flat()
  } finally {
    await sql.end({ timeout: 5 })
  }
}
