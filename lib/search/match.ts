import { type SQL, sql } from 'drizzle-orm'
import { escapeLike } from '@/lib/catalog/list-filters'
import { wordsOfChoice } from './some-words'

/** With fewer hits than this the last word may also be the beginning of one: people who typed a whole word mean that word. */
export const ENOUGH = 8

/** With fewer SKUs than this that begin with what was typed, it may also stand within one. */
const ENOUGH_SKUS = 3

/** Where hits are looked for: tables with `products p` among them, what else has to hold, and what is read of a hit. */
export type Scope = { from: SQL; conditions: SQL[]; columns: SQL }

/**
 * Words as people type them (websearch syntax: `"exact phrase"`, `or`, `-without`), against name (A), description (B), SKUs (C), and
 * attributes and the values of options (D);
 * if that finds little, the last word as the beginning of one; a single word that looks like an SKU also as one (R52, R53, R55).
 * Everything is passed as a value and read by parsers that accept any text, so no input is an error.
 * Source: PostgreSQL manual, 12.3.
 *
 * A CTE of one row: what was asked, read once. Scalar subqueries of it are evaluated once per statement and served by the indexes,
 * also in a prepared plan that knows nothing of the words.
 */
export function askedCte(q: string): SQL {
  const begun = endsInWord(q) ? sql`case when q.whole::text like '%''' then (q.whole::text || ':*')::tsquery else q.whole end` : sql`q.whole`
  const lexeme = isOneWord(q) ? sql`(tsvector_to_array(to_tsvector('english', ${q})))[1]` : sql`null::text`
  return sql`asked as materialized (
    select q.whole, ${begun} as begun, q.lexeme, (quote_literal(q.lexeme) || ':A')::tsquery as named
    from (select websearch_to_tsquery('english', ${q}) as whole, ${lexeme} as lexeme) q)`
}

const askedWhole = sql`(select whole from asked)`
const askedBegun = sql`(select begun from asked)`

export type HitsOptions = {
  /** Hits are sought by other conditions too, which must not decide how words are read. */
  isNarrowed?: boolean
  /** Without this nothing is looked for. */
  gate?: SQL
  /** The number of hits that the caller knows of already. */
  found?: SQL
}

/** The hits: up to `limit` of each kind, in no order, without repetition. Needs `askedCte`. */
export function hitsOf(q: string, scope: Scope, limit: number, { isNarrowed = false, gate = sql`true`, found = sql`0` }: HitsOptions = {}): SQL {
  const { from, conditions, columns } = scope
  const select = (...more: SQL[]) => sql`select ${columns} from ${from}
    where ${sql.join([...conditions, ...more], sql` and `)} limit ${sql.raw(String(limit))}`
  if (isNarrowed) return select(matchCondition(q))
  const byWords = sql`p.search_vector @@ ${askedWhole}`
  const sku = skuOf(q)
  if (sku) {
    const begins = sql`lower(p.sku_text) ~>=~ ${sku} and lower(p.sku_text) ~<~ ${`${sku}\u{10FFFF}`}`
    const contains = [sql`p.sku_text ilike ${skuPattern(sku)}`, sql`not (${begins})`, sql`not (${byWords})`]
    // The order is the index's own: it keeps the plan from collecting all that begin so before it takes the first.
    const inOrder = sql`select ${columns} from ${from} where ${sql.join([...conditions, begins], sql` and `)}
      order by lower(p.sku_text) using ~<~ limit ${sql.raw(String(limit))}`
    return sql`with begins as materialized (${inOrder}), whole as materialized (${select(byWords, sql`not (${begins})`)})
      select * from begins union all select * from whole union all
      (${select(sql`(select count(*) from begins) + (select count(*) from whole) < ${sql.raw(String(ENOUGH_SKUS))}`, ...contains)})`
  }
  if (!endsInWord(q)) return select(gate, byWords)
  const isLittle = sql`(select count(*) from whole) + ${found} < ${sql.raw(String(ENOUGH))}`
  return sql`with whole as materialized (${select(gate, byWords)})
    select * from whole union all (${select(gate, isLittle, sql`p.search_vector @@ ${askedBegun}`, sql`not (${byWords})`)})`
}

/** How well a row of `search_vector` and `sku_text` fits. Where any of several words will do, the more of them the better. */
export function rankOf(q: string, { vector, skus }: { vector: SQL; skus: SQL }): SQL {
  const choice = wordsOfChoice(q)
  if (choice.length > 0) {
    const has = choice.map((word) => sql`(${vector} @@ websearch_to_tsquery('english', ${word}))::int`)
    // 32: below one, so that it only orders those which have as many words.
    return sql`(${sql.join(has, sql` + `)} + ts_rank_cd(${vector}, ${askedBegun}, 32))::real`
  }
  const sku = skuOf(q)
  const byWords = sql`ts_rank_cd(${vector}, ${askedBegun})`
  // Not ILIKE: folding the case of both sides costs five times as much.
  return sku ? sql`(${byWords} + (strpos(lower(${skus}), ${sku}) > 0)::int)` : byWords
}

/** How many hits there are, for a caller that did not look for all of them: counting stops at `limit` and one more. */
export function countOf(q: string, { from, conditions }: Scope, limit: number): SQL {
  const upTo = (query: SQL) => sql`(select count(*)::int from (
    select 1 from ${from} where ${sql.join(conditions, sql` and `)} and p.search_vector @@ ${query} limit ${sql.raw(String(limit + 1))}) counted)`
  if (!endsInWord(q)) return upTo(askedWhole)
  return sql`(select case when whole.count < ${sql.raw(String(ENOUGH))} then ${upTo(askedBegun)} else whole.count end from (select ${upTo(askedWhole)} as count) whole)`
}

/**
 * The same as a condition, for lists that go through all hits in another order: what is looked for is decided by a look at the
 * first few.
 */
export function matchCondition(q: string): SQL {
  const sku = skuOf(q)
  const query = sql`(with ${askedCte(q)} select case when (
      select count(*) from (select 1 from products w where w.is_active and w.search_vector @@ ${askedWhole} limit ${sql.raw(String(ENOUGH))}) counted
    ) < ${sql.raw(String(ENOUGH))} then ${askedBegun} else ${askedWhole} end)`
  const byWords = sql`p.search_vector @@ ${query}`
  return sku ? sql`(${byWords} or p.sku_text ilike ${skuPattern(sku)})` : byWords
}

/** One word of letters: the names that have it are in `product_words`, best first. */
export const isOneWord = (q: string): boolean => /^\p{L}{2,}$/u.test(q)

/** The last word may still be being typed: letters and digits only, after a space, so that operators and phrases keep their meaning. */
function endsInWord(q: string): boolean {
  const [, head = '', word = ''] = /^(.*\s)?([\p{L}\p{N}]+)$/su.exec(q) ?? []
  const isInPhrase = (head.match(/"/g)?.length ?? 0) % 2 === 1
  return word.length >= 2 && !isInPhrase
}

/** One word of at least three characters with a digit or a hyphen, in small letters. */
const skuOf = (q: string): string | null => (/^[\w./-]{3,}$/.test(q) && /[\d-]/.test(q) ? q.toLowerCase() : null)

const skuPattern = (sku: string): string => `%${escapeLike(sku)}%`
