import { z } from 'zod'
import { AddCategory, CategoryChanged, CategoryTree } from '@/lib/catalog/category-schemas'
import { readCategoryTree } from '@/lib/catalog/read-category-tree'
import { saveCategory } from '@/lib/catalog/save-category'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/categories', {
  summary: 'Every category, shown in the shop or not, in the order of the tree',
  input: z.object({}),
  output: CategoryTree,
  run: readCategoryTree,
  isPersonal: true,
})

export const POST = route('POST /api/v1/admin/categories', {
  summary: 'Add a category',
  input: AddCategory,
  output: CategoryChanged,
  run: saveCategory,
  isPersonal: true,
  status: 201,
})
