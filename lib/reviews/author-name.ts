/** What stands under the reviews of people who had their data erased. */
export const FORMER_CUSTOMER = 'A former customer'

/** First name and the initial of the last one, "Ada L."; nothing that looks like an e-mail address is ever shown. */
export function authorNameOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '' && !word.includes('@'))
  const [first] = words
  if (!first) return 'A customer'
  const shortFirst = [...first].slice(0, 40).join('')
  const last = words.length > 1 ? words.at(-1) : undefined
  const initial = last ? [...last].find((letter) => /\p{L}/u.test(letter)) : undefined
  return initial ? `${shortFirst} ${initial.toUpperCase()}.` : shortFirst
}
