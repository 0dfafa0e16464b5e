import type { ProductFilters, SearchProducts } from '@/lib/catalog/schemas'
import { systemCtx } from '@/lib/core/context'
import { listTags } from '@/lib/core/tags'
import { cacheKey } from '@/lib/platform/cache/cache-key'
import { cached } from '@/lib/platform/cache/cached'
import { findFacets } from './find-facets'
import { searchProducts } from './search-products'

/* What the pages of search and browse read: the same for everybody who asks the same. */

const ctx = systemCtx('cache')

export const getFoundProducts = cached((asked: SearchProducts) => searchProducts(ctx, asked), {
  keeping: 'products_search',
  key: (asked) => cacheKey('products_search', { page: asked }),
  tags: listTags,
})

export const getFacets = cached((asked: ProductFilters) => findFacets(ctx, asked), {
  keeping: 'products_facets',
  key: (asked) => cacheKey('products_facets', { page: asked }),
  tags: listTags,
})
