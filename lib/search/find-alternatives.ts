import { listCategories } from '@/lib/catalog/list-categories'
import { listProducts } from '@/lib/catalog/list-products'
import type { ProductCard, Suggestions } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { suggest } from './suggest'

export type Alternatives = { products: ProductCard[]; categories: Suggestions['categories'] }

/** What to show when a search found nothing: categories with a similar name, otherwise the departments, and eight best sellers. At most five statements. */
export async function findAlternatives(ctx: Ctx, q: string): Promise<Alternatives> {
  const { data } = await listProducts(ctx, { sort: 'best_selling', page_size: 8 })
  const { categories } = await suggest(ctx, { q })
  if (categories.length > 0) return { products: data, categories }
  const departments = await listCategories(ctx)
  return { products: data, categories: departments.map(({ id, slug, name }) => ({ id, slug, name, parent_name: null })) }
}
