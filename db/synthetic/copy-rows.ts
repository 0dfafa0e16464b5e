import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type postgres from 'postgres'

export type Value = string | number | boolean | null | readonly string[] | { json: unknown }

/** Loads rows through `COPY … FROM STDIN`, several times faster than inserts. Source: PostgreSQL manual, COPY, text format. */
export async function copyRows(sql: postgres.TransactionSql, table: string, columns: string, rows: Value[][]): Promise<void> {
  if (rows.length === 0) return
  const sink = await sql.unsafe(`copy ${table} (${columns}) from stdin`).writable()
  await pipeline(Readable.from(chunks(rows)), sink)
}

function* chunks(rows: Value[][]): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += 500) {
    yield Buffer.from(
      rows
        .slice(start, start + 500)
        .map((row) => `${row.map(cell).join('\t')}\n`)
        .join(''),
    )
  }
}

function cell(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'string') return escaped(value)
  return escaped('json' in value ? JSON.stringify(value.json) : `{${value.map((item) => JSON.stringify(item)).join(',')}}`)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string) => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text)
