import { z } from 'zod'
import { DomainError } from './errors'

/** A position in a list: the sort values of the row at the edge and the direction in which to go on. Opaque to clients. */
export type Cursor = { values: (string | number)[]; direction: 'next' | 'prev' }

const Wire = z.tuple([z.enum(['n', 'p']), z.string(), z.array(z.union([z.string().max(200), z.number()])).max(4)])

/** `scope` names list and sort, so that a cursor of one list is refused by another. */
export function encodeCursor(scope: string, { values, direction }: Cursor): string {
  return Buffer.from(JSON.stringify([direction === 'next' ? 'n' : 'p', scope, values])).toString('base64url')
}

/** @throws invalid_input when the text is no cursor of this list. */
export function decodeCursor(scope: string, text: string): Cursor {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw badCursor()
  }
  const parsed = Wire.safeParse(json)
  if (!parsed.success || parsed.data[1] !== scope) throw badCursor()
  return { direction: parsed.data[0] === 'n' ? 'next' : 'prev', values: parsed.data[2] }
}

/** The place of a list that is sorted by time and identifier, fit for SQL. @throws invalid_input when a cursor was made up. */
export function timeAndId({ values: [at, id] }: Cursor): { at: string; id: string } {
  const time = new Date(String(at))
  if (Number.isNaN(time.getTime()) || !z.uuid().safeParse(id).success) throw badCursor()
  return { at: time.toISOString(), id: String(id) }
}

export const badCursor = () =>
  new DomainError('invalid_input', {
    errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }],
  })
