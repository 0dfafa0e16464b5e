import { asc } from 'drizzle-orm'
import { database } from '@/db/client'
import { categories } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'

export type CategoryPlace = { id: CategoryId; name: string; depth: number; is_active: boolean }

/** Every category in the order of the tree, shown in the shop or not, each with how deep it lies. One statement. @throws forbidden */
export async function listAllCategories(ctx: Ctx): Promise<CategoryPlace[]> {
  requireCan(ctx, 'catalog.read')
  const rows = await database()
    .select({ id: categories.id, parentId: categories.parentId, name: categories.name, isActive: categories.isActive })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.name))
  const placed = (parent: CategoryId | null, depth: number): CategoryPlace[] =>
    rows
      .filter(({ parentId }) => parentId === parent)
      .flatMap(({ id, name, isActive }) => [{ id, name, depth, is_active: isActive }, ...placed(id, depth + 1)])
  return placed(null, 0)
}
