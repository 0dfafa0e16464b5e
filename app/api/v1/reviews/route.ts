import { listMyReviews } from '@/lib/reviews/list-my-reviews'
import { ListMyReviews, MyReviews, WriteReview, WrittenReview } from '@/lib/reviews/schemas'
import { writeReview } from '@/lib/reviews/write-review'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/reviews', {
  summary: 'Your reviews in every status, and what is on its way to you or with you and not reviewed yet',
  input: ListMyReviews,
  output: MyReviews,
  isPersonal: true,
  run: listMyReviews,
})

export const POST = route('POST /api/v1/reviews', {
  summary: 'Review a product that you bought, once it is on its way; a second review of it replaces the first',
  input: WriteReview,
  output: WrittenReview,
  isPersonal: true,
  run: writeReview,
  idempotency: 'optional',
})
