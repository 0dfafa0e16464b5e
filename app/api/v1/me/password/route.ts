import { changePassword } from '@/lib/customers/change-password'
import { ChangePassword, PasswordChanged } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/me/password', {
  summary: 'Change your password; every other device is signed out, and a program is answered its new token',
  input: ChangePassword,
  output: PasswordChanged,
  isPersonal: true,
  run: changePassword,
})
