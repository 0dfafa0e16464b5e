import { z } from 'zod'
import { nameTaken } from '@/lib/catalog/name-taken'
import { movePlace, placeOf, placeVersion } from '@/lib/catalog/place-category'
import { categoryVersion, changeCategory, lockCategory } from '@/lib/catalog/save-category'
import { SaveCategory } from '@/lib/catalog/write-schemas'
import { CategoryId } from '@/lib/core/ids'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = SaveCategory.pick({ parent_id: true, name: true, slug: true, description: true, is_active: true }).extend({
  picture: z.object({ hash: z.string(), blur: z.string(), alt: z.string() }).nullable().optional(),
})

const Place = z.object({ parent_id: CategoryId.nullable(), index: z.number().int() })

/** What a category is called and shows. */
export const undoCategory: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, _ctx, entry) {
    const now = await lockCategory(tx, CategoryId.parse(entry.subject.id))
    requireUnmoved(categoryVersion(now), entry)
    const before = Before.parse(entry.before)
    const after = await nameTaken(() => changeCategory(tx, now, before))
    return { before: entry.after, after: before, version: categoryVersion(after) }
  },
}

/** A category that was added is hidden, with what was put there meanwhile; taken back in turn, it is shown again. */
export const undoAddedCategory: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, ctx, entry) {
    const before = entry.before ?? { ...Before.parse(entry.after), is_active: false }
    const said = entry.before ? undefined : 'The category stays, hidden from shoppers.'
    return { ...(await undoCategory.revert(tx, ctx, { ...entry, before })), said }
  },
}

/** Where a category lies in the tree. */
export const undoPlace: UndoHandler = {
  permission: 'catalog.write',
  async revert(tx, _ctx, entry) {
    const category = await lockCategory(tx, CategoryId.parse(entry.subject.id))
    requireUnmoved(placeVersion(await placeOf(tx, category)), entry)
    const { before, after } = await movePlace(tx, category, Place.parse(entry.before))
    return { before, after, version: placeVersion(after) }
  },
}
