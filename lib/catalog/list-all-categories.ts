import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { categories } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { inTreeOrder } from './category-order'
import type { StaffCategory } from './category-schemas'

export type CategoryPlace = Pick<StaffCategory, 'id' | 'name' | 'depth' | 'is_shown'>

/** Every category in the order of the tree, in the shop or not, by name alone: for choices. One statement. @throws forbidden */
export async function listAllCategories(ctx: Ctx): Promise<CategoryPlace[]> {
  requireCan(ctx, 'catalog.read')
  const rows = await database()
    .select({ id: categories.id, parent_id: categories.parentId, name: categories.name, is_active: categories.isActive })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.name), asc(categories.id))
  return inTreeOrder(rows).map(({ id, name, depth, is_shown }) => ({ id, name, depth, is_shown }))
}
