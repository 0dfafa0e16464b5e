/** What stands under the reviews of people who had their data erased. */
export const FORMER_CUSTOMER = 'A former customer'

/** As in `greeting`, with figures, joiners, and a dot at the end of "J." */
const plainWord = /^(?=.*\p{L})(?:[\p{L}\p{M}\p{Nd}'’-]|\u200C|\u200D)+\.?$/u

/** First name and the initial of the last one, "Ada L."; only plain words are shown, so that nobody publishes a link or an e-mail address as their name. */
export function authorNameOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => plainWord.test(word))
  const [first] = words
  if (!first) return 'A customer'
  const shortFirst = [...first].slice(0, 40).join('')
  const last = words.length > 1 ? words.at(-1) : undefined
  const initial = last ? [...last].find((letter) => /\p{L}/u.test(letter)) : undefined
  return initial ? `${shortFirst} ${initial.toUpperCase()}.` : shortFirst
}
