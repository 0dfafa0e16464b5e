import { requestEmailChange } from '@/lib/customers/request-email-change'
import { ChangeEmail, Sent } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/me/email', {
  summary: 'Ask for another address; it holds once the link that is mailed there was opened',
  input: ChangeEmail,
  output: Sent,
  isPersonal: true,
  run: requestEmailChange,
  status: 202,
})
