import type { CategoryPlace } from '@/lib/catalog/list-all-categories'

/** The tree of categories as choices of a select: those below others stand further in, and those that the shop hides say so. */
export const indented = (categories: readonly CategoryPlace[]): [id: string, name: string][] =>
  categories.map(({ id, name, depth, is_shown }) => [id, `${'\u2003'.repeat(depth)}${name}${is_shown ? '' : ' (hidden)'}`])
