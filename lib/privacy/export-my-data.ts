import { stringify } from 'csv-stringify/sync'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { claimGuestOrders } from '@/lib/customers/join-account'
import { requireUser } from '@/lib/platform/auth/can'
import { type Section, sections } from './sections'

const ROWS_AT_ONCE = 500

type Row = Record<string, unknown> & { id: string }

export type ExportedFile = { name: string; input: AsyncIterable<string> }

/**
 * Everything we keep about the signed-in person: one JSON and one CSV file for each kind of thing. Files are read while they are sent,
 * 500 rows at a time, so that ten thousand orders need no memory. Guests' orders with the confirmed address are the person's, too. @throws unauthenticated
 */
export async function exportMyData(ctx: Ctx): Promise<ExportedFile[]> {
  const userId = requireUser(ctx)
  await transaction((tx) => claimGuestOrders(tx, userId))
  return sections.flatMap((section) => [
    { name: `${section.name}.json`, input: asJson(section, userId) },
    { name: `${section.name}.csv`, input: asCsv(section, userId) },
  ])
}

async function* asJson(section: Section, userId: UserId): AsyncIterable<string> {
  let separator = '[\n'
  for await (const rows of pages(section, userId)) {
    for (const row of rows) {
      yield separator + JSON.stringify(row)
      separator = ',\n'
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

async function* asCsv(section: Section, userId: UserId): AsyncIterable<string> {
  let isFirst = true
  for await (const rows of pages(section, userId)) {
    yield stringify(rows, { header: isFirst, escape_formulas: true, cast: { boolean: String, object: (value) => JSON.stringify(value) } })
    isFirst = false
  }
}

/** By id, which is unique, so that rows that come meanwhile move nothing. */
async function* pages({ rows }: Section, userId: UserId): AsyncIterable<Row[]> {
  let after: string | null = null
  do {
    const page: Row[] = await database().execute<Row>(sql`
      select * from (${rows(userId)}) r where ${after}::uuid is null or r.id > ${after}::uuid order by r.id limit ${ROWS_AT_ONCE}`)
    if (page.length > 0) yield [...page]
    after = page.length === ROWS_AT_ONCE ? (page.at(-1)?.id ?? null) : null
  } while (after !== null)
}
