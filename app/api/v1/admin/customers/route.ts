import { searchCustomers } from '@/lib/customers/search-customers'
import { CustomerPage, SearchCustomers } from '@/lib/customers/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/customers', {
  summary: 'People with an account, for staff',
  input: SearchCustomers,
  output: CustomerPage,
  run: searchCustomers,
  isPersonal: true,
})
