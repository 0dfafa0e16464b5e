import { requestPasswordReset } from '@/lib/customers/request-password-reset'
import { Sent, ToEmail } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/password-resets', {
  summary: 'Send a link to choose a new password; the answer is the same for unknown addresses',
  input: ToEmail,
  output: Sent,
  run: requestPasswordReset,
  status: 202,
})
