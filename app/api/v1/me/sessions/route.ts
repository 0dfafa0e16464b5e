import { endOtherSessions } from '@/lib/customers/end-session'
import { listSessions } from '@/lib/customers/list-sessions'
import { Devices, Ended, NoInput } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/me/sessions', {
  summary: 'The devices on which you are signed in',
  input: NoInput,
  output: Devices,
  isPersonal: true,
  run: listSessions,
})

export const DELETE = route('DELETE /api/v1/me/sessions', {
  summary: 'Sign out every device but this one',
  input: NoInput,
  output: Ended,
  isPersonal: true,
  run: endOtherSessions,
})
