import { findMe } from '@/lib/customers/find-me'
import { Me, NoInput, UpdateMe } from '@/lib/customers/schemas'
import { updateMe } from '@/lib/customers/update-me'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/me', { summary: 'Who you are', input: NoInput, output: Me, isPersonal: true, run: findMe })

export const PATCH = route('PATCH /api/v1/me', {
  summary: 'Change your name or whether we may write to you',
  input: UpdateMe,
  output: Me,
  isPersonal: true,
  run: updateMe,
})
