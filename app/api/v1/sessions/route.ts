import { SignedIn, SignIn } from '@/lib/customers/schemas'
import { signIn } from '@/lib/customers/sign-in'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/sessions', {
  summary: 'Sign in; the token goes into Authorization: Bearer. With a Cart-Token that cart joins the account',
  input: SignIn,
  output: SignedIn,
  run: signIn,
  status: 201,
})
