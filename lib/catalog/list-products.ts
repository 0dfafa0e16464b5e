import type { Ctx } from '@/lib/core/context'
import { filterConditions } from './list-filters'
import { readList } from './list-rows'
import type { ListSort } from './list-sorts'
import type { ListProducts, ProductPage } from './schemas'

/**
 * Active products, newest first unless `sort` says otherwise, narrowed by any combination of filters (R43, R47–R51).
 * One statement, the same at any depth and size of the catalogue with a cursor (R57, R60); a page past the end costs a second one.
 * Words to search for are not its business: see `findProducts` in `lib/search`.
 * @throws invalid_input for a cursor of another list.
 */
export function listProducts(_ctx: Ctx, input: Omit<ListProducts, 'search'>): Promise<ProductPage> {
  const sort: ListSort = input.sort === undefined || input.sort === 'relevance' ? 'newest' : input.sort
  return readList(input, sort, { conditions: filterConditions(input), isNarrow: Boolean(input.name || input.facet?.length) })
}
