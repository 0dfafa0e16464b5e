import { createBoard } from '../board'
import { bringUpToDate, requireDatabase } from '../database'
import { givenEnvironment } from '../environment'
import { refusal } from '../sentences'

/** Brings the schema of DATABASE_URL to the newest version. `npm start` and `npm run serve` do it themselves. */
export async function run(): Promise<number> {
  const { given } = givenEnvironment()
  const url = given.DATABASE_URL
  if (!url) throw refusal('DATABASE_URL is not set: npm start migrates the Postgres that it brings; for another one give its address.')
  await requireDatabase(url)
  await createBoard().step('Schema', async () => `${await bringUpToDate(url)} migrations`)
  return 0
}
