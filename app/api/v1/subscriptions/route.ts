import { listMySubscriptions } from '@/lib/subscriptions/list-my-subscriptions'
import { NoInput, Subscribe, SubscribeAnswer, Subscriptions } from '@/lib/subscriptions/schemas'
import { subscribe } from '@/lib/subscriptions/subscribe'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/subscriptions', {
  summary: 'What the signed-in person waits for',
  input: NoInput,
  output: Subscriptions,
  isPersonal: true,
  run: listMySubscriptions,
})

export const POST = route('POST /api/v1/subscriptions', {
  summary: 'Hear by mail when a variant is back in stock or costs less. Guests confirm with a link in a mail',
  input: Subscribe,
  output: SubscribeAnswer,
  run: subscribe,
  status: 202,
})
