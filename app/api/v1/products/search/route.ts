import { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import { listTags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { searchProducts } from '@/lib/search/search-products'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/search', {
  summary: 'Products by words, best first; typing mistakes are forgiven',
  input: SearchProducts,
  output: ProductPage,
  run: searchProducts,
  publicSeconds: lifetimes.products_search,
  tags: listTags,
  kept: { as: 'products_search' },
})
