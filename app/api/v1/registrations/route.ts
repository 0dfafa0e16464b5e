import { register } from '@/lib/customers/register'
import { Register, Sent } from '@/lib/customers/schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/registrations', {
  summary: 'Open an account; the answer is the same when there is one already',
  input: Register,
  output: Sent,
  run: register,
  status: 202,
})
