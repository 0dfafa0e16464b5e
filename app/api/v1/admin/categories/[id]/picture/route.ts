import { CategoryChanged, CategoryPictureFile, OneCategory } from '@/lib/catalog/category-schemas'
import { PICTURE_LIMIT_BYTES } from '@/lib/catalog/picture-bytes'
import { removeCategoryPicture, setCategoryPicture } from '@/lib/catalog/set-category-picture'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/categories/{id}/picture', {
  summary: 'Give a category a picture: the body is a JPEG, PNG or WebP file of at most 10 MB',
  input: CategoryPictureFile,
  output: CategoryChanged,
  run: setCategoryPicture,
  isPersonal: true,
  file: { limitBytes: PICTURE_LIMIT_BYTES, needs: 'catalog.write' },
  status: 201,
})

export const DELETE = route('DELETE /api/v1/admin/categories/{id}/picture', {
  summary: 'Take the picture of a category away',
  input: OneCategory,
  output: CategoryChanged,
  run: removeCategoryPicture,
  isPersonal: true,
})
