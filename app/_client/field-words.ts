/** Sentences that say what is wanted: "Enter your city." */
const saysWhat = /^(Enter|Please (type|choose)|Choose (an?|at least)|Say) /

const tooCommon = new Set(
  'and any are but for from has have new not one some than that the this use what when where which with your optional'.split(' '),
)

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('-', '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !tooCommon.has(word))

/** What is wrong with a field, for a place away from it: "Name: This is missing." A message that names the field stays as it is. */
export function withItsField(label: string, message: string): string {
  const said = new Set(wordsIn(message))
  const isNamed = saysWhat.test(message) || wordsIn(label).some((word) => said.has(word))
  return isNamed ? message : `${label.replace(/\s*\(optional\)$/, '').trim()}: ${message}`
}

/** A field's name as words, for want of its label: `variants/0/price_minor` is "Variants 1 price". */
export function wordsOfName(name: string): string {
  const words = name
    .replaceAll(/_(minor|ids?)\b/g, '')
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? Number(part) + 1 : part.replaceAll('_', ' ')))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
