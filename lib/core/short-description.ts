/** As much of a text as search engines show, cut between words. */
export const shortDescription = (text: string): string => (text.length > 160 ? `${text.slice(0, 157).replace(/\s+\S*$/, '')}…` : text)
