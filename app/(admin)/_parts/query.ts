import type { z } from 'zod'
import { parseInput } from '@/lib/web/input'

export type PageQuery = Promise<Record<string, string | string[] | undefined>>

/** The query of a page by the schema of its list; empty fields count as left out, and which view is open is not the list's. @throws invalid_input, which `asStaff` turns into the bare page */
export async function queryOf<S extends z.ZodType>(schema: S, query: PageQuery): Promise<z.output<S>> {
  const filled = Object.entries(await query).filter(([name, value]) => value !== '' && value !== undefined && name !== 'view')
  return parseInput(schema, Object.fromEntries(filled))
}

/** The same list with some of its query changed; a null takes a field away. A change of the filters begins at the first page. */
export function withQuery(path: string, query: Record<string, unknown>, changes: Record<string, string | null>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, cursor: null, ...changes })) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
