import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef } from '@/db/schema/catalog'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { pictureView } from './pictures'
import type { CategoryDetail } from './schemas'

/** Counting stops here, as in facets. */
const COUNT_LIMIT = 500

type Row = {
  id: CategoryId
  slug: string
  name: string
  description: string
  picture: PictureRef | null
  ancestors: (CategoryDetail['ancestors'][number] & { is_active: boolean })[] | null
  children: (Omit<CategoryDetail['children'][number], 'picture'> & { picture: PictureRef | null })[] | null
  count: number
  is_arranged: boolean
}

/** A category with its way up and down, or null when there is none or it, or one above it, is inactive. One statement. */
export async function findCategory(_ctx: Ctx, slug: string): Promise<CategoryDetail | null> {
  const [row] = await database().execute<Row>(sql`
    select c.id, c.slug, c.name, c.description, c.picture,
      (with recursive up as (
          select a.id, a.parent_id, a.slug, a.name, a.is_active, 1 as height from categories a where a.id = c.parent_id
          union all
          select a.id, a.parent_id, a.slug, a.name, a.is_active, up.height + 1 from up join categories a on a.id = up.parent_id where up.height < 20
        )
        select json_agg(json_build_object('id', up.id, 'slug', up.slug, 'name', up.name, 'is_active', up.is_active) order by up.height desc) from up
      ) as ancestors,
      (select json_agg(json_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'picture', k.picture) order by k.position, k.name)
        from categories k where k.parent_id = c.id and k.is_active) as children,
      (select count(*)::int from (
        select 1 from category_products b where b.category_id = c.id and b.is_active limit ${sql.raw(String(COUNT_LIMIT + 1))}) counted) as count,
      exists (select from category_products b where b.category_id = c.id and b.is_active and b.position is not null) as is_arranged
    from categories c where c.slug = ${slug.toLowerCase()} and c.is_active`)
  const ancestors = row?.ancestors ?? []
  if (!row || ancestors.some((ancestor) => !ancestor.is_active)) return null
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    picture: pictureView(row.picture),
    ancestors: ancestors.map(({ id, slug, name }) => ({ id, slug, name })),
    children: (row.children ?? []).map((child) => ({ ...child, picture: pictureView(child.picture) })),
    default_sort: row.is_arranged ? 'arranged' : 'newest',
    product_count: { count: Math.min(row.count, COUNT_LIMIT), is_exact: row.count <= COUNT_LIMIT },
  }
}
