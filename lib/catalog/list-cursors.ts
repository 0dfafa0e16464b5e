import { type Cursor, encodeCursor } from '@/lib/core/cursors'

/** A row with the place at which it stands in its list. */
export type PlacedRow = { id: string; sort_key: string | number }

export type Slice<R> = { rows: R[]; next_cursor: string | null; prev_cursor: string | null }

/**
 * Cuts rows that were read with one more than `size`, in reading direction, to a page in list order with its cursors.
 * The extra row tells whether the list goes on; the side from which the reader came always does.
 */
export function sliceOf<R extends PlacedRow>(read: R[], { scope, size, cursor }: { scope: string; size: number; cursor: Cursor | null }): Slice<R> {
  const isMore = read.length > size
  const rows = read.slice(0, size)
  if (cursor?.direction === 'prev') rows.reverse()
  const hasNext = cursor?.direction === 'prev' ? true : isMore
  const hasPrevious = cursor?.direction === 'prev' ? isMore : cursor !== null
  return {
    rows,
    next_cursor: hasNext ? cursorAt(scope, rows.at(-1), 'next') : null,
    prev_cursor: hasPrevious ? cursorAt(scope, rows[0], 'prev') : null,
  }
}

const cursorAt = (scope: string, row: PlacedRow | undefined, direction: Cursor['direction']) =>
  row ? encodeCursor(scope, { values: [row.sort_key, row.id], direction }) : null
