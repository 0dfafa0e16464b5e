import { Facets, ProductFilters } from '@/lib/catalog/schemas'
import { listTags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { findFacets } from '@/lib/search/find-facets'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/facets', {
  summary: 'How many products each further filter of a list or search would leave',
  input: ProductFilters,
  output: Facets,
  run: findFacets,
  publicSeconds: lifetimes.products_facets,
  tags: listTags,
  kept: { as: 'products_facets' },
})
