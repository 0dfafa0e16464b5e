import { sendPasswordReset } from '@/lib/customers/send-password-reset'
import { CustomerChanged, CustomerRef } from '@/lib/customers/staff-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/customers/{id}/password-reset', {
  summary: 'Mail somebody the link to choose a new password',
  input: CustomerRef,
  output: CustomerChanged,
  run: sendPasswordReset,
  isPersonal: true,
})
