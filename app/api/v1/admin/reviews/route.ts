import { listModeration } from '@/lib/reviews/list-moderation'
import { ListModeration, ModerationPage } from '@/lib/reviews/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/reviews', {
  summary: 'Reviews in one status, newest first, for staff',
  input: ListModeration,
  output: ModerationPage,
  run: listModeration,
  isPersonal: true,
})
