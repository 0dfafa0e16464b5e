/** What an address says about this moment: where in the list, which view is open, which work is followed. */
const passing = new Set(['cursor', 'before', 'page_size', 'view', 'task'])

/** Of a list's query what a view keeps, the filters and the order, always in one spelling. */
export function keptQuery(query: string | URLSearchParams): string {
  const kept = [...new Map(new URLSearchParams(query))].filter(([name, value]) => value !== '' && !passing.has(name))
  return new URLSearchParams(kept.sort(([one], [other]) => (one < other ? -1 : 1))).toString()
}
