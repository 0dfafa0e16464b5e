import type { CategoryNode } from '@/lib/catalog/schemas'

/** A tree of categories as choices of a select: those below others stand further in. */
export const indented = (nodes: readonly CategoryNode[], depth = 0): [id: string, name: string][] =>
  nodes.flatMap(({ id, name, children }) => [[id, `${'\u2003'.repeat(depth)}${name}`] as [string, string], ...indented(children, depth + 1)])
