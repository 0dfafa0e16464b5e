import { listAllProducts } from '@/lib/catalog/list-all-products'
import { ListAllProducts, StaffProductPage } from '@/lib/catalog/staff-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/products', {
  summary: 'All products, for sale or not, for staff',
  input: ListAllProducts,
  output: StaffProductPage,
  run: listAllProducts,
  isPersonal: true,
})
