import { listProducts } from '@/lib/catalog/list-products'
import type { ListProducts, ProductPage } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { searchProducts } from './search-products'

/** A list, or a search when there are words to search for. Statements as of the one that it becomes. */
export function findProducts(ctx: Ctx, { search, q, ...input }: ListProducts): Promise<ProductPage> {
  const words = search || q
  return words ? searchProducts(ctx, { ...input, q: words }) : listProducts(ctx, input)
}
