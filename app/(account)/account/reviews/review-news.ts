const sentences: Record<string, string> = {
  'written=shown': 'Thank you. Your review is in the shop now.',
  'written=waiting': 'Thank you. Our staff read it first; then it appears in the shop.',
  'edited=shown': 'Your review is changed, and in the shop as it is now.',
  'edited=waiting': 'Your review is changed. Our staff read it first; then it appears in the shop.',
}

/** What a form led here with, in a sentence; nothing for an address that says nothing we know. */
export function reviewNews(query: Record<string, string | string[] | undefined>): string | null {
  if (typeof query.deleted === 'string') return 'Your review is deleted.'
  const [known] = ['written', 'edited'].flatMap((outcome) => sentences[`${outcome}=${query[outcome]}`] ?? [])
  return known ?? null
}
