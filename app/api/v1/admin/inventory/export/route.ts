import { inventoryAsCsv } from '@/lib/inventory/inventory-as-csv'
import { InventoryFilters } from '@/lib/inventory/schemas'
import { csvRoute } from '@/lib/web/csv-route'

export const GET = csvRoute('GET /api/v1/admin/inventory/export', {
  summary: 'All stock levels that match, as CSV',
  line: 'One line for each tracked variant, in the order of the list.',
  input: InventoryFilters,
  file: 'inventory.csv',
  run: inventoryAsCsv,
})
