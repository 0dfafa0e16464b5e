import { createProduct } from '@/lib/catalog/create-product'
import { listAllProducts } from '@/lib/catalog/list-all-products'
import { ListAllProducts, StaffProductPage } from '@/lib/catalog/staff-schemas'
import { CreateProduct, ProductSaved } from '@/lib/catalog/write-schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/products', {
  summary: 'All products, for sale or not, for staff',
  input: ListAllProducts,
  output: StaffProductPage,
  run: listAllProducts,
  isPersonal: true,
})

export const POST = route('POST /api/v1/admin/products', {
  summary: 'Add a product with its variants and what is there of them',
  input: CreateProduct,
  output: ProductSaved,
  run: createProduct,
  status: 201,
  isPersonal: true,
})
