import type { CategoryId } from '@/lib/core/ids'

type Row = { id: CategoryId; parent_id: CategoryId | null; is_active: boolean }
type Placed = { depth: number; is_shown: boolean }

/** Categories in the order of the tree: each is followed by what lies below it. Shown is what is active below nothing hidden. */
export function inTreeOrder<R extends Row>(rows: readonly R[]): (R & Placed)[] {
  const placed = (parent: CategoryId | null, depth: number, isParentShown: boolean): (R & Placed)[] =>
    rows
      .filter(({ parent_id }) => parent_id === parent)
      .flatMap((row) => {
        const isShown = isParentShown && row.is_active
        return [{ ...row, depth, is_shown: isShown }, ...placed(row.id, depth + 1, isShown)]
      })
  return placed(null, 0, true)
}
