import { arrangeProducts } from '@/lib/catalog/arrange-products'
import { Arrangement, ArrangeProducts, ProductsArranged } from '@/lib/catalog/arrange-schemas'
import { OneCategory } from '@/lib/catalog/category-schemas'
import { readArrangement } from '@/lib/catalog/read-arrangement'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/categories/{id}/order', {
  summary: 'The products of a category in the order of its page: those that were put in order, and the first of those that follow',
  input: OneCategory,
  output: Arrangement,
  run: readArrangement,
  isPersonal: true,
})

export const PUT = route('PUT /api/v1/admin/categories/{id}/order', {
  summary: 'Put the products of a category in order: these come first, the others follow, the newest first',
  input: ArrangeProducts,
  output: ProductsArranged,
  run: arrangeProducts,
  isPersonal: true,
})
