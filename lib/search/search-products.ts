import { filterConditions } from '@/lib/catalog/list-filters'
import { listProducts } from '@/lib/catalog/list-products'
import { HITS_LIMIT, readList } from '@/lib/catalog/list-rows'
import type { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import type { Ctx } from '@/lib/core/context'
import { badCursor } from '@/lib/core/cursors'
import { correctWords } from './correct-words'
import { matchCondition } from './match'
import { readRanked } from './read-ranked'
import { someWords } from './some-words'

/** With fewer hits than this on the first page, mistyped words are looked for. */
const FEW = 3

/** Cursors of a list whose products have only some of the words begin with it: further pages know that they belong to that list. */
const SOME = '~'

/**
 * Active products that fit the words, best first unless `sort` says otherwise; filters narrow as in lists. When the words find
 * next to nothing, the nearest known words are searched for instead and named in `corrected_to`; when nothing has all of several words,
 * what has some of them, those with most first (`some_of`). No text is an error.
 * One statement; three when words were corrected or only some are found, four when correcting was no help. How relevance is bounded: see `readRanked`.
 * @throws invalid_input for a cursor of another list.
 */
export async function searchProducts(ctx: Ctx, { search, ...asked }: SearchProducts): Promise<ProductPage> {
  const input = { ...asked, q: asked.q || (search ?? '') }
  if (!input.q) return listProducts(ctx, input)
  if (input.cursor?.startsWith(SOME)) {
    const further = await findSome(input)
    if (!further) throw badCursor()
    return further
  }
  const found = await run(input.q, input)
  // Further pages of corrected words are asked for with the mistyped ones, and find nothing by them.
  const isFirst = !input.cursor && (input.page ?? 1) === 1
  if (found.data.length >= (isFirst ? FEW : 1)) return found
  const corrected = await correctWords(input.q)
  if (corrected !== null) {
    const better = await run(corrected, input)
    if (better.data.length > found.data.length) return { ...better, corrected_to: corrected }
  }
  const isEmpty = found.data.length === 0 && !input.cursor && !found.total
  return (isEmpty && (await findSome(input))) || found
}

/** Products that have some of the words; null when the words mean what they say, or nothing has any. */
async function findSome(input: Omit<SearchProducts, 'search'>): Promise<ProductPage | null> {
  const words = someWords(input.q)
  if (words === null) return null
  const page = await run(words, { ...input, cursor: input.cursor?.slice(SOME.length) })
  if (page.data.length === 0 && !input.cursor && !page.total) return null
  const marked = (cursor: string | null) => cursor && `${SOME}${cursor}`
  return { ...page, next_cursor: marked(page.next_cursor), prev_cursor: marked(page.prev_cursor), some_of: words }
}

function run(q: string, input: Omit<SearchProducts, 'search'>): Promise<ProductPage> {
  if (input.sort === undefined || input.sort === 'relevance') return readRanked(q, input)
  return readList(input, input.sort, { conditions: filterConditions(input), match: matchCondition(q), isNarrow: true, totalLimit: HITS_LIMIT })
}
