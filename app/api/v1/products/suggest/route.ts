import { Suggestions } from '@/lib/catalog/schemas'
import { listTags } from '@/lib/core/tags'
import { Suggest, suggest } from '@/lib/search/suggest'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/products/suggest', {
  summary: 'What the words typed so far may mean: products and categories',
  input: Suggest,
  output: Suggestions,
  run: suggest,
  publicSeconds: 900,
  tags: listTags,
})
