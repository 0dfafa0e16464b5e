import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { editDistance } from './edit-distance'

/** More words than this are not looked at. */
const WORDS_LIMIT = 8

/**
 * The query with each unknown word replaced by the nearest word of a product's name, or null when nothing is nearer. Near means
 * few typing slips: one in short words, three in long ones; a known word that contains the typed one will do too (R55).
 * One statement over a small table of words with a trigram index, whatever the size of the catalogue.
 */
export async function correctWords(q: string): Promise<string | null> {
  const typed = [...new Set(q.toLowerCase().match(/[\p{L}]{3,40}/gu))].slice(0, WORDS_LIMIT)
  if (typed.length === 0) return null
  const candidates = await findCandidates(typed)
  const better = new Map(typed.map((word) => [word, nearest(word, candidates.get(word) ?? [])]))
  const corrected = q.replace(/[\p{L}]{3,40}/gu, (word) => better.get(word.toLowerCase()) ?? word)
  return corrected === q ? null : corrected
}

/** Words that are similar by trigrams, contain the typed one, or differ in two swapped letters (which trigrams do not see). */
async function findCandidates(typed: string[]): Promise<Map<string, string[]>> {
  const variants = typed.flatMap((word) => [word, ...swaps(word)].map((variant) => ({ word, variant })))
  const rows = await database().execute<{ typed: string; word: string }>(sql`
    select v.typed, w.word
    from unnest(${sql.param(variants.map((v) => v.word))}::text[], ${sql.param(variants.map((v) => v.variant))}::text[]) v (typed, variant)
    join search_words w on w.word = v.variant
    union all
    select t.typed, near.word from unnest(${sql.param(typed)}::text[]) t (typed) cross join lateral (
      select w.word from search_words w where w.word % t.typed or w.word like '%' || t.typed || '%'
      order by similarity(w.word, t.typed) desc, w.word limit 8
    ) near`)
  const byTyped = new Map<string, string[]>()
  for (const { typed: word, word: candidate } of rows) byTyped.set(word, [...(byTyped.get(word) ?? []), candidate])
  return byTyped
}

/** `shrit` is `shirt` after one of its swaps. */
const swaps = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`)

function nearest(word: string, candidates: string[]): string | undefined {
  if (candidates.includes(word)) return undefined
  const allowed = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
  return best?.candidate ?? candidates.find((candidate) => word.length >= 4 && candidate.includes(word))
}
