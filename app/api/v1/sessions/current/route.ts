import { NoInput, SignedOut } from '@/lib/customers/schemas'
import { signOut } from '@/lib/customers/sign-out'
import { route } from '@/lib/web/route'

export const DELETE = route('DELETE /api/v1/sessions/current', {
  summary: 'Sign out; the token is worth nothing from then on',
  input: NoInput,
  output: SignedOut,
  run: signOut,
})
