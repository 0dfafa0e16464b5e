import { eraseMyAccount } from '@/lib/privacy/erase-my-account'
import { Erased, EraseMyAccount } from '@/lib/privacy/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/me/erasure', {
  summary: 'Erase your account; orders stay in the books without your name',
  input: EraseMyAccount,
  output: Erased,
  isPersonal: true,
  run: eraseMyAccount,
})
