import { customersAsCsv } from '@/lib/customers/customers-as-csv'
import { SearchCustomers } from '@/lib/customers/staff-schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/customers/export', {
  summary: 'All people that match, as CSV',
  line: 'One line for each person, in the order of the list.',
  input: SearchCustomers.omit({ cursor: true, page_size: true }),
  file: 'customers.csv',
  run: customersAsCsv,
})
