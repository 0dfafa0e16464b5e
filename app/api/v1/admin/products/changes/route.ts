import { bulkEdit } from '@/lib/catalog/bulk-edit'
import { BulkEdit, BulkEdited } from '@/lib/catalog/bulk-schemas'
import { route } from '@/lib/web/route'

export const POST = route('POST /api/v1/admin/products/changes', {
  summary: 'Change price, status, category or stock of many products, or see what that would change',
  input: BulkEdit,
  output: BulkEdited,
  run: bulkEdit,
  isPersonal: true,
})
