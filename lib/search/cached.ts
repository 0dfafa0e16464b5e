import { cacheLife, cacheTag } from 'next/cache'
import type { Facets } from '@/lib/catalog/schemas'
import { systemCtx } from '@/lib/core/context'
import type { CategoryId } from '@/lib/core/ids'
import { tags } from '@/lib/core/tags'
import { findFacets } from './find-facets'

/** What the filters of a category's first page offer. Falls with every change of a product in it; lives 900 s otherwise (R98). */
export async function getCategoryFacets(category: { id: CategoryId; slug: string }): Promise<Facets> {
  'use cache'
  cacheLife({ stale: 30, revalidate: 900, expire: 604_800 })
  cacheTag(tags.settings, tags.category(category.id))
  return findFacets(systemCtx('cache'), { category: category.slug })
}
