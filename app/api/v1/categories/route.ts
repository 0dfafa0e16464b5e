import { z } from 'zod'
import { listCategories } from '@/lib/catalog/list-categories'
import { CategoryTree } from '@/lib/catalog/schemas'
import { tags } from '@/lib/core/tags'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/categories', {
  summary: 'The active categories as a tree',
  input: z.object({}),
  output: CategoryTree,
  run: async (ctx) => ({ data: await listCategories(ctx) }),
  publicSeconds: 3600,
  tags: () => [tags.categoriesRoot],
})
