import { endSession } from '@/lib/customers/end-session'
import { BySessionId, Ended } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const DELETE = route('DELETE /api/v1/me/sessions/{id}', {
  summary: 'Sign out one of your devices',
  input: BySessionId,
  output: Ended,
  isPersonal: true,
  run: endSession,
})
