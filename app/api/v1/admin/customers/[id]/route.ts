import { requireCustomer } from '@/lib/customers/require-customer'
import { CustomerDetail, CustomerRef } from '@/lib/customers/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/customers/{id}', {
  summary: 'One person, with orders, cart, reviews, addresses and value, for staff',
  input: CustomerRef,
  output: CustomerDetail,
  run: requireCustomer,
  isPersonal: true,
})
