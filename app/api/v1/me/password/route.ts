import { changePassword } from '@/lib/customers/change-password'
import { ChangePassword, Sent } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/me/password', {
  summary: 'Change your password; every device and token is signed out, a program signs in anew',
  input: ChangePassword,
  output: Sent,
  isPersonal: true,
  run: changePassword,
})
