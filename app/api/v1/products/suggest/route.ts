import { Suggestions } from '@/lib/catalog/schemas'
import { listTags } from '@/lib/core/tags'
import { lifetimes } from '@/lib/platform/cache/lifetimes'
import { Suggest, suggest } from '@/lib/search/suggest'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/suggest', {
  summary: 'What the words typed so far may mean: products and categories',
  input: Suggest,
  output: Suggestions,
  run: suggest,
  publicSeconds: lifetimes.products_suggest,
  tags: listTags,
  kept: { as: 'products_suggest' },
})
