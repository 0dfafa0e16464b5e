/** As much of a text as search engines show, cut between words; what stands before the dots is a word. */
export function shortDescription(text: string): string {
  if (text.length <= 160) return text
  const cut = text.slice(0, 157).replace(/\s+\S*$/, '')
  return `${cut.replace(/[\s.,;:!?–-]+$/, '')}…`
}
