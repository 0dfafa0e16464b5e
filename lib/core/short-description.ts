import { plainText } from './plain-text'

/** As much of a text in Markdown as search engines show, cut between words; what stands before the dots is a word. */
export function shortDescription(markdown: string): string {
  const text = plainText(markdown)
  if (text.length <= 160) return text
  const cut = text.slice(0, 157).replace(/\s+\S*$/, '')
  return `${cut.replace(/[\s.,;:!?–-]+$/, '')}…`
}
