import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import type { CategoryChanged, PlaceCategory } from './category-schemas'
import { type CategoryRow, changeCategory, lockCategory, MOVING } from './save-category'

/** Where a category lies: below which one, and at which place among what lies there. */
export type CategoryPlace = Pick<PlaceCategory, 'parent_id' | 'index'>

/** Moves a category in the tree, with everything below it. @throws forbidden, not_found, invalid_input for a place below itself */
export async function placeCategory(ctx: Ctx, { id, ...to }: PlaceCategory): Promise<CategoryChanged> {
  requireCan(ctx, 'catalog.write')
  return transaction(async (tx) => {
    const category = await lockCategory(tx, id)
    const { before, after } = await movePlace(tx, category, to)
    if (placeVersion(before) === placeVersion(after)) return { category_id: id, slug: category.slug, undo: null }
    const subject = { type: 'category', id, label: category.name }
    const undo = audited(tx, ctx, { action: 'category.moved', subject, before, after, version: placeVersion(after) })
    return { category_id: id, slug: category.slug, undo }
  }, MOVING)
}

export const placeVersion = ({ parent_id, index }: CategoryPlace): string => `${parent_id ?? 'top'} ${index}`

/** Under the lock of the tree: the category leaves its place, and the others there close up. @throws not_found, invalid_input */
export async function movePlace(tx: Tx, category: CategoryRow, to: CategoryPlace): Promise<{ before: CategoryPlace; after: CategoryPlace }> {
  const before = await placeOf(tx, category)
  await changeCategory(tx, category, { parent_id: to.parent_id })
  const others = (await siblingsAt(tx, to.parent_id)).filter((id) => id !== category.id)
  const index = Math.min(to.index, others.length)
  await number(tx, [...others.slice(0, index), category.id, ...others.slice(index)])
  return { before, after: { parent_id: to.parent_id, index } }
}

export async function placeOf(tx: Tx, { id, parentId }: CategoryRow): Promise<CategoryPlace> {
  return { parent_id: parentId, index: (await siblingsAt(tx, parentId)).indexOf(id) }
}

async function siblingsAt(tx: Tx, parentId: CategoryId | null): Promise<CategoryId[]> {
  const rows = await tx.execute<{ id: CategoryId }>(
    sql`select id from categories where parent_id is not distinct from ${parentId}::uuid order by position, name, id`,
  )
  return rows.map(({ id }) => id)
}

async function number(tx: Tx, ids: CategoryId[]): Promise<void> {
  await tx.execute(sql`
    update categories c set position = n.place - 1 from unnest(${`{${ids.join(',')}}`}::uuid[]) with ordinality as n (id, place)
    where c.id = n.id and c.position <> n.place - 1`)
}
