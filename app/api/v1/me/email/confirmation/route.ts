import { confirmEmailChange } from '@/lib/customers/confirm-email-change'
import { ByToken, Sent } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/me/email/confirmation', {
  summary: 'Use the token of the link that was mailed to your new address',
  input: ByToken,
  output: Sent,
  isPersonal: true,
  run: confirmEmailChange,
})
