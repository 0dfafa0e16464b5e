import { resendVerification } from '@/lib/customers/resend-verification'
import { Sent, ToEmail } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/registrations/mail', {
  summary: 'Send the link of a new account again',
  input: ToEmail,
  output: Sent,
  run: resendVerification,
  status: 202,
})
