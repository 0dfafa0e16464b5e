import { CategoryChanged, ChangeCategory } from '@/lib/catalog/category-schemas'
import { saveCategory } from '@/lib/catalog/save-category'
import { route } from '@/lib/web/route'

export const PATCH = route('PATCH /api/v1/admin/categories/{id}', {
  summary: 'Rename, describe, hide or move a category',
  input: ChangeCategory,
  output: CategoryChanged,
  run: (ctx, { id, ...changes }) => saveCategory(ctx, { ...changes, category_id: id }),
  isPersonal: true,
})
