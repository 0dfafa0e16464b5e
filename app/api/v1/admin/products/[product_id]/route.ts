import { requireStaffProduct } from '@/lib/catalog/find-staff-product'
import { saveProduct } from '@/lib/catalog/save-product'
import { StaffProduct } from '@/lib/catalog/staff-schemas'
import { OneProduct, ProductSaved, SaveProduct } from '@/lib/catalog/write-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/products/{product_id}', {
  summary: 'A product with all that can be changed of it',
  input: OneProduct,
  output: StaffProduct,
  run: requireStaffProduct,
  isPersonal: true,
})

export const PATCH = route('PATCH /api/v1/admin/products/{product_id}', {
  summary: 'Change a product; what is not sent stays as it is',
  input: SaveProduct,
  output: ProductSaved,
  run: saveProduct,
  isPersonal: true,
})
