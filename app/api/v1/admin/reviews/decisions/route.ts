import { moderateReviews } from '@/lib/reviews/moderate-reviews'
import { ModerateReviews, ModerationResult } from '@/lib/reviews/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/reviews/decisions', {
  summary: 'Approve or reject reviews, one or many, as one change that can be taken back',
  input: ModerateReviews,
  output: ModerationResult,
  run: moderateReviews,
  isPersonal: true,
})
