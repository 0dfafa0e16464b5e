import { z } from 'zod'
import { listCategories } from '@/lib/catalog/list-categories'
import { CategoryTree } from '@/lib/catalog/schemas'
import { tags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/categories', {
  summary: 'The active categories as a tree',
  input: z.object({}),
  output: CategoryTree,
  run: async (ctx) => ({ data: await listCategories(ctx) }),
  publicSeconds: lifetimes.categories_list_root,
  tags: () => [tags.categoriesRoot],
  kept: { as: 'categories_list_root' },
})
