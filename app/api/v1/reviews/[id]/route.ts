import { deleteOwnReview } from '@/lib/reviews/delete-own-review'
import { editReview } from '@/lib/reviews/edit-review'
import { DeletedReview, EditReview, MyReview, OneReview } from '@/lib/reviews/schemas'
import { route } from '@/lib/web/route'

export const PATCH = route('PATCH /api/v1/reviews/{id}', {
  summary: 'Change your review; with updated_at as you read it, only when nothing changed it since',
  input: EditReview,
  output: MyReview,
  isPersonal: true,
  run: editReview,
})

export const DELETE = route('DELETE /api/v1/reviews/{id}', {
  summary: 'Delete your review',
  input: OneReview,
  output: DeletedReview,
  isPersonal: true,
  run: deleteOwnReview,
})
