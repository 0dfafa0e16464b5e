import { endSubscription } from '@/lib/subscriptions/end-subscription'
import { EndedSubscription, OneSubscription } from '@/lib/subscriptions/schemas'
import { route } from '@/lib/web/route'

export const DELETE = route('DELETE /api/v1/subscriptions/{id}', {
  summary: 'Stop waiting for it',
  input: OneSubscription,
  output: EndedSubscription,
  isPersonal: true,
  run: endSubscription,
})
