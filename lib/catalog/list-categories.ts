import { asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { categories } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { pictureView } from './pictures'
import type { CategoryNode } from './schemas'

/** The root categories with their active descendants, in the shop's order (R63). One statement. Below an inactive category nothing shows. */
export async function listCategories(_ctx: Ctx): Promise<CategoryNode[]> {
  const rows = await database()
    .select({
      id: categories.id,
      parentId: categories.parentId,
      slug: categories.slug,
      name: categories.name,
      description: categories.description,
      picture: categories.picture,
    })
    .from(categories)
    .where(eq(categories.isActive, true))
    .orderBy(asc(categories.position), asc(categories.name))

  const childrenOf = (parentId: CategoryId | null): CategoryNode[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .map(({ id, slug, name, description, picture }) => ({
        id,
        slug,
        name,
        description,
        picture: pictureView(picture),
        children: childrenOf(id),
      }))
  return childrenOf(null)
}
