import type { Suggestions } from '@/lib/catalog/schemas'

/** While the shop cannot suggest anything the search field still searches, so a failure is no news for the person. */
export async function fetchSuggestions(text: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch(`/api/v1/products/suggest?q=${encodeURIComponent(text)}`, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`suggestions answered ${response.status}`)
  return (await response.json()) as Suggestions
}
