/** More words than this are not looked for one by one. */
const WORDS_LIMIT = 8
/** As much as `q` and `search` take. */
const LENGTH_LIMIT = 200

const WORD = String.raw`[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*`
const PLAIN = new RegExp(`^${WORD}(?:[\\s,]+${WORD})+$`, 'u')

/**
 * The same search, but any of its words will do: `headphones or black`, which is websearch syntax, so that lists, counts and further pages
 * read it as they read what people type. Null for a single word, and for operators and phrases, which mean what they say.
 * `corrected` adds the nearest known words.
 */
export function someWords(q: string, corrected: string | null): string | null {
  const words = wordsIn(q)
  if (words.length < 2 || words.includes('or')) return null
  const all = [...new Set([...words, ...wordsIn(corrected ?? '')])].slice(0, WORDS_LIMIT)
  while (all.join(' or ').length > LENGTH_LIMIT) all.pop()
  return all.length < 2 ? null : all.join(' or ')
}

const wordsIn = (text: string): string[] => (PLAIN.test(text) ? text.toLowerCase().split(/[\s,]+/) : [])

/** The words of a search for any of several; empty for every other one. */
export function wordsOfChoice(q: string): string[] {
  const words = q.split(/\s+or\s+/i)
  return words.length > 1 && words.length <= WORDS_LIMIT && words.every((word) => new RegExp(`^${WORD}$`, 'u').test(word)) ? words : []
}
