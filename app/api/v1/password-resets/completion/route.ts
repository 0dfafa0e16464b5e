import { resetPassword } from '@/lib/customers/reset-password'
import { ResetPassword, Sent } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/password-resets/completion', {
  summary: 'Choose the new password with the token of the mailed link',
  input: ResetPassword,
  output: Sent,
  run: resetPassword,
})
