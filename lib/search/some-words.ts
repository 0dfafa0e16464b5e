/** More words than this are not looked for one by one. */
const WORDS_LIMIT = 8
/** As much as `q` and `search` take. */
const LENGTH_LIMIT = 200

const WORD = String.raw`[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*`
const PLAIN = new RegExp(`^${WORD}(?:[\\s,]+${WORD})+$`, 'u')

/**
 * The same search, but any of its words will do: `headphones or black`, which is websearch syntax, so that lists, counts and further pages
 * read it as they read what people type. Null for a single word, and for operators and phrases, which mean what they say. The words are
 * those that were typed: the nearest known word of "red" may be "bed".
 */
export function someWords(q: string): string | null {
  const words = PLAIN.test(q) ? [...new Set(q.toLowerCase().split(/[\s,]+/))].slice(0, WORDS_LIMIT) : []
  if (words.includes('or')) return null
  while (words.join(' or ').length > LENGTH_LIMIT) words.pop()
  return words.length < 2 ? null : words.join(' or ')
}

/** The words of a search for any of several; empty for every other one. */
export function wordsOfChoice(q: string): string[] {
  const words = q.split(/\s+or\s+/i)
  return words.length > 1 && words.length <= WORDS_LIMIT && words.every((word) => new RegExp(`^${WORD}$`, 'u').test(word)) ? words : []
}
