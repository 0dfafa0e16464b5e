import { stringify } from 'csv-stringify/sync'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { UserId } from '@/lib/core/ids'
import { type Section, sections } from './sections'

const ROWS_AT_ONCE = 500

type Row = Record<string, unknown> & { id: string }

/** What the driver answers: rows, and their columns even when there are none. */
type Page = Row[] & { columns: { name: string }[] }

export type ExportedFile = { name: string; input: AsyncIterable<string> }

/** Called with the number of rows of each piece before it is written; what it throws ends the reading. */
type OnRows = (count: number) => Promise<void>

/**
 * Everything we keep about a person: one JSON and one CSV file for each kind of thing. Files are read while they are written, 500 rows at a
 * time, so that ten thousand orders need no memory.
 */
export function exportSections(userId: UserId, onRows: OnRows = async () => {}): ExportedFile[] {
  return sections.flatMap((section) => [
    { name: `${section.name}.json`, input: asJson(section, userId, onRows) },
    { name: `${section.name}.csv`, input: asCsv(section, userId, onRows) },
  ])
}

/** How many rows these files will hold together. One statement. */
export async function countExportedRows(userId: UserId): Promise<number> {
  const counts = sections.map(({ rows }) => sql`select count(*) as n from (${rows(userId)}) r`)
  const [row] = await database().execute<{ rows: number }>(
    sql`select coalesce(sum(n), 0)::int as rows from (${sql.join(counts, sql` union all `)}) c`,
  )
  return (row?.rows ?? 0) * 2
}

async function* asJson(section: Section, userId: UserId, onRows: OnRows): AsyncIterable<string> {
  let separator = '[\n'
  for await (const { rows } of pages(section, userId)) {
    await onRows(rows.length)
    for (const row of rows) {
      yield separator + JSON.stringify(row)
      separator = ',\n'
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

async function* asCsv(section: Section, userId: UserId, onRows: OnRows): AsyncIterable<string> {
  let isFirst = true
  for await (const { rows, columns } of pages(section, userId)) {
    await onRows(rows.length)
    // What is empty says of what there is nothing.
    yield stringify(rows, { columns, header: isFirst, escape_formulas: true, cast: { boolean: String, object: (value) => JSON.stringify(value) } })
    isFirst = false
  }
}

/** At least one page, which may be empty. By id, which is unique, so that rows that come meanwhile move nothing. */
async function* pages({ rows }: Section, userId: UserId): AsyncIterable<{ rows: Row[]; columns: string[] }> {
  let after: string | null = null
  do {
    const page: Page = await database().execute<Row>(sql`
      select * from (${rows(userId)}) r where ${after}::uuid is null or r.id > ${after}::uuid order by r.id limit ${ROWS_AT_ONCE}`)
    yield { rows: [...page], columns: page.columns.map(({ name }) => name) }
    after = page.length === ROWS_AT_ONCE ? (page.at(-1)?.id ?? null) : null
  } while (after !== null)
}
