import { productsAsCsv } from '@/lib/catalog/products-as-csv'
import { ExportProducts } from '@/lib/catalog/staff-schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/products/export', {
  summary: 'All products that match, as CSV',
  line: 'One line for each product, in the order of the list.',
  input: ExportProducts,
  file: 'products.csv',
  run: productsAsCsv,
})
