import { type SQL, sql } from 'drizzle-orm'
import { escapeLike } from '@/lib/catalog/list-filters'

/** How products are found by words: a condition on `products p`, and how well a row of `search_vector` and `sku_text` fits. */
export type Match = { condition: SQL; rank(columns: { vector: SQL; skus: SQL }): SQL }

/**
 * Words as people type them (websearch syntax: `"exact phrase"`, `or`, `-without`), against name (A), description (B) and SKUs (C),
 * the last word also as the beginning of one; a single word that looks like an SKU also as a part of one (R52, R53, R55).
 * Everything is passed as a value and read by parsers that accept any text, so no input is an error.
 * Source: PostgreSQL manual, 12.3.
 */
export function matchOf(q: string): Match {
  const query = queryOf(q)
  const sku = skuPattern(q)
  const byWords = sql`p.search_vector @@ ${query}`
  return {
    condition: sku ? sql`(${byWords} or p.sku_text ilike ${sku})` : byWords,
    rank: ({ vector, skus }) => (sku ? sql`(ts_rank_cd(${vector}, ${query}) + (${skus} ilike ${sku})::int)` : sql`ts_rank_cd(${vector}, ${query})`),
  }
}

function queryOf(q: string): SQL {
  const words = sql`websearch_to_tsquery('english', ${q})`
  const prefix = lastWord(q)
  if (!prefix) return words
  const beginning = sql`to_tsquery('english', ${`'${prefix.word}':*`})`
  if (!prefix.head) return sql`(${words} || ${beginning})`
  return sql`(${words} || (websearch_to_tsquery('english', ${prefix.head}) && ${beginning}))`
}

/** The word that is still being typed: letters and digits only, after a space, so that operators and phrases keep their meaning. */
function lastWord(q: string): { head: string; word: string } | null {
  const [, head = '', word = ''] = /^(.*\s)?([\p{L}\p{N}]+)$/su.exec(q) ?? []
  const isInPhrase = (head.match(/"/g)?.length ?? 0) % 2 === 1
  return word.length >= 2 && !isInPhrase && !/\bor\s+$/i.test(head) ? { head: head.trim(), word } : null
}

/** One word of at least three characters with a digit or a hyphen. */
function skuPattern(q: string): string | null {
  return /^[\w./-]{3,}$/.test(q) && /[\d-]/.test(q) ? `%${escapeLike(q)}%` : null
}
