import type { StaffCategory } from '@/lib/catalog/category-schemas'

/** Where a category goes: below which one, and at which place there once it is gone from its own. */
export type Place = { parent_id: StaffCategory['id'] | null; index: number }

export type Spot = 'before' | 'inside' | 'after'

/** What lies below one of them, or at the top, in order. */
const childrenOf = (categories: StaffCategory[], parent: StaffCategory['id'] | null) => categories.filter(({ parent_id }) => parent_id === parent)

/** Whether `id` is `ancestor` or lies below it. */
export function isWithin(categories: StaffCategory[], id: string | null, ancestor: string): boolean {
  for (let at = id; at !== null; at = categories.find((one) => one.id === at)?.parent_id ?? null) if (at === ancestor) return true
  return false
}

/** The place at a spot of another category; null where it cannot go: into itself. */
export function placeAt(categories: StaffCategory[], moved: StaffCategory, target: StaffCategory, spot: Spot): Place | null {
  if (isWithin(categories, target.id, moved.id)) return null
  if (spot === 'inside') return { parent_id: target.id, index: childrenOf(categories, target.id).filter(({ id }) => id !== moved.id).length }
  const others = childrenOf(categories, target.parent_id).filter(({ id }) => id !== moved.id)
  const at = others.findIndex(({ id }) => id === target.id)
  return { parent_id: target.parent_id, index: spot === 'before' ? at : at + 1 }
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** One step by a button: among its siblings, below the one before it, or beside the one it lies in. Null when there is no such step. */
export function placeByStep(categories: StaffCategory[], moved: StaffCategory, step: Step): Place | null {
  const siblings = childrenOf(categories, moved.parent_id)
  const at = siblings.findIndex(({ id }) => id === moved.id)
  const [previous, next] = [siblings[at - 1], siblings[at + 1]]
  if (step === 'up') return previous ? { parent_id: moved.parent_id, index: at - 1 } : null
  if (step === 'down') return next ? { parent_id: moved.parent_id, index: at + 1 } : null
  if (step === 'in') return previous ? { parent_id: previous.id, index: childrenOf(categories, previous.id).length } : null
  const parent = categories.find(({ id }) => id === moved.parent_id)
  if (!parent) return null
  return { parent_id: parent.parent_id, index: childrenOf(categories, parent.parent_id).findIndex(({ id }) => id === parent.id) + 1 }
}

/** The tree as it is after the move, in its order; depths follow. */
export function movedTree(categories: StaffCategory[], moved: StaffCategory, { parent_id, index }: Place): StaffCategory[] {
  const others = categories.filter(({ id }) => id !== moved.id)
  const at = childrenOf(others, parent_id)[index]
  const place = at ? others.indexOf(at) : others.length
  const flat = [...others.slice(0, place), { ...moved, parent_id }, ...others.slice(place)]
  const ordered = (parent: StaffCategory['id'] | null, depth: number): StaffCategory[] =>
    childrenOf(flat, parent).flatMap((one) => [{ ...one, depth }, ...ordered(one.id, depth + 1)])
  return ordered(null, 0)
}
