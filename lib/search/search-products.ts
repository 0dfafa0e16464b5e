import { filterConditions } from '@/lib/catalog/list-filters'
import { listProducts } from '@/lib/catalog/list-products'
import { HITS_LIMIT, readList } from '@/lib/catalog/list-rows'
import type { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { correctWords } from './correct-words'
import { matchCondition } from './match'
import { readRanked } from './read-ranked'

/** With fewer hits than this on the first page, mistyped words are looked for. */
const FEW = 3

/**
 * Active products that fit the words, best first unless `sort` says otherwise; filters narrow as in lists. When the words find
 * next to nothing, the nearest known words are searched for instead and named in `corrected_to`. No text is an error.
 * One statement; three when words were corrected. How relevance is bounded: see `readRanked`.
 * @throws invalid_input for a cursor of another list.
 */
export async function searchProducts(ctx: Ctx, input: SearchProducts): Promise<ProductPage> {
  if (!input.q) return listProducts(ctx, input)
  const found = await run(input.q, input)
  // Further pages of corrected words are asked for with the mistyped ones, and find nothing by them.
  const isFirst = !input.cursor && (input.page ?? 1) === 1
  if (found.data.length >= (isFirst ? FEW : 1)) return found
  const corrected = await correctWords(input.q)
  if (corrected === null) return found
  const better = await run(corrected, input)
  return better.data.length > found.data.length ? { ...better, corrected_to: corrected } : found
}

function run(q: string, input: SearchProducts): Promise<ProductPage> {
  if (input.sort === undefined || input.sort === 'relevance') return readRanked(q, input)
  return readList(input, input.sort, { conditions: filterConditions(input), match: matchCondition(q), isNarrow: true, totalLimit: HITS_LIMIT })
}
