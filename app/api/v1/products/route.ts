import { ListProducts, ProductPage } from '@/lib/catalog/schemas'
import { listTags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { findProducts } from '@/lib/search/find-products'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products', {
  summary: 'Products, newest first, filtered, sorted and in pages',
  input: ListProducts,
  output: ProductPage,
  run: findProducts,
  publicSeconds: lifetimes.products_list,
  tags: listTags,
  kept: { as: 'products_list' },
})
