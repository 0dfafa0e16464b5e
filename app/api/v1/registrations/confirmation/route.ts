import { SignedInBrowser, VerifyEmail } from '@/lib/customers/schemas'
import { verifyEmail } from '@/lib/customers/verify-email'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/registrations/confirmation', {
  summary: 'Confirm the address of a new account with the token of the mailed link and its password; a browser is signed in by it',
  input: VerifyEmail,
  output: SignedInBrowser,
  run: verifyEmail,
})
