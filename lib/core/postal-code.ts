/**
 * A postal code as its country writes it, or null when it does not fit: `1000001` is `100-0001` in Japan. People leave out the hyphen,
 * or put a blank where none belongs; a courier reads all of them. `pattern` is the source of a regular expression for capitals.
 */
export function writtenPostalCode(typed: string, pattern: string): string | null {
  const format = new RegExp(pattern)
  const text = typed.toUpperCase().trim().replaceAll(/\s+/g, ' ')
  const bare = text.replaceAll(/[\s\p{Pd}]/gu, '')
  const divided = ['-', ' '].flatMap((sign) => [...bare].slice(1).map((_, before) => bare.slice(0, before + 1) + sign + bare.slice(before + 1)))
  return [text, bare, ...divided].find((code) => format.test(code)) ?? null
}

/** What a code of this country looks like, in made-up figures: `12-345`; null where the pattern is too intricate to tell. */
function examplePostalCode(pattern: string): string | null {
  let figure = 0
  const figures = (_: string, count: string) => Array.from({ length: Number(count) }, () => (figure = (figure % 9) + 1)).join('')
  let text = pattern
    .replaceAll(/^\^|\$$/g, '')
    .replaceAll(/\[\\?([ -])\]\??/g, '$1')
    .replaceAll(/(?:\\d|\[0-9\])\{(\d)\}/g, figures)
  // From the innermost group outwards; what may be left out is.
  for (const group = /\((?:\?:)?([^()|]*)\)(\?)?/; group.test(text); ) text = text.replace(group, (_, inner, isOptional) => (isOptional ? '' : inner))
  return text !== '' && new RegExp(pattern).test(text) ? text : null
}

/** The sentence under a code that does not fit. */
export function misfitPostalCode(label: string, countryName: string, pattern: string): string {
  const example = examplePostalCode(pattern)
  return `This ${label} does not fit the country you chose (${countryName}).${example ? ` There it looks like ${example}.` : ''}`
}
