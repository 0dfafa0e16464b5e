import { z } from 'zod'
import { AuditId, CategoryId } from '@/lib/core/ids'
import { wholeNumber } from '@/lib/core/numbers'
import { Picture } from './schemas'
import { SaveCategory } from './write-schemas'

export const OneCategory = z.strictObject({ id: CategoryId })
export type OneCategory = z.infer<typeof OneCategory>

/** A category for who works here, shown in the shop or not. */
export const StaffCategory = z.object({
  id: CategoryId,
  parent_id: CategoryId.nullable(),
  /** 0 for those at the top. */
  depth: z.number().int(),
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  picture: Picture.nullable(),
  is_active: z.boolean(),
  /** False as well for what lies below a hidden one. */
  is_shown: z.boolean(),
  /** How many products its page lists; counted to a thousand. */
  products: z.object({ count: z.number().int(), is_exact: z.boolean() }),
  version: z.string(),
})
export type StaffCategory = z.infer<typeof StaffCategory>

/** All of them in the order of the tree: each is followed by what lies below it. */
export const CategoryTree = z.object({ data: z.array(StaffCategory) })
export type CategoryTree = z.infer<typeof CategoryTree>

export const AddCategory = SaveCategory.omit({ category_id: true }).required({ name: true, slug: true })
export type AddCategory = z.infer<typeof AddCategory>

/** Fields that are not sent stay. `version`: as it was read; with an older one the change is refused with what differs. */
export const ChangeCategory = SaveCategory.omit({ category_id: true, position: true }).extend({
  id: CategoryId,
  version: z.string().max(40).optional(),
})
export type ChangeCategory = z.infer<typeof ChangeCategory>

/** Below which category it lies from now on, or at the top, and at which place there, counted from 0. */
export const PlaceCategory = z.strictObject({ id: CategoryId, parent_id: CategoryId.nullable(), index: wholeNumber(0, 10_000) })
export type PlaceCategory = z.infer<typeof PlaceCategory>

export const CategoryPictureFile = z.strictObject({ id: CategoryId, file: z.instanceof(Uint8Array) })
export type CategoryPictureFile = z.infer<typeof CategoryPictureFile>

export const CategoryChanged = z.object({ category_id: CategoryId, slug: z.string(), undo: AuditId.nullable() })
export type CategoryChanged = z.infer<typeof CategoryChanged>
