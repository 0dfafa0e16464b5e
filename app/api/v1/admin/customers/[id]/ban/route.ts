import { banCustomer } from '@/lib/customers/ban-user'
import { BanCustomer, CustomerChanged } from '@/lib/customers/staff-schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/admin/customers/{id}/ban', {
  summary: 'Close an account, which signs it out everywhere, or open it again',
  input: BanCustomer,
  output: CustomerChanged,
  run: banCustomer,
  isPersonal: true,
})
