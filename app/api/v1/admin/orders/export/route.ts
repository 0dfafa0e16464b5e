import { ordersAsCsv } from '@/lib/orders/orders-as-csv'
import { OrderFilters } from '@/lib/orders/staff-schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/orders/export', {
  summary: 'All orders that match, as CSV',
  line: 'One line for each order, newest first.',
  input: OrderFilters,
  file: 'orders.csv',
  run: ordersAsCsv,
})
