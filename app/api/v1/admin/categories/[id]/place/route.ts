import { CategoryChanged, PlaceCategory } from '@/lib/catalog/category-schemas'
import { placeCategory } from '@/lib/catalog/place-category'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/categories/{id}/place', {
  summary: 'Move a category in the tree, with everything below it',
  input: PlaceCategory,
  output: CategoryChanged,
  run: placeCategory,
  isPersonal: true,
})
